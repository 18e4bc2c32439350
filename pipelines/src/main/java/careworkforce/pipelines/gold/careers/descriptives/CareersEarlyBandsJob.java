package careworkforce.pipelines.gold.careers.descriptives;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import careworkforce.common.conf.Setting;
import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.silver.person.PayrollState;
import careworkforce.pipelines.silver.reference.OccupationGroups;
import careworkforce.pipelines.silver.spells.EsrSpells;
import careworkforce.pipelines.silver.spells.MassExits;
import careworkforce.pipelines.silver.spells.MoveRule;
import careworkforce.pipelines.silver.spells.ServiceTransfers;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Looks new nurses and midwives up in the month of entry and two years after. */
@AutoService(Job.class)
public final class CareersEarlyBandsJob implements Transform {
  private static final CareersEarlyBands BANDS = CareersEarlyBands.TABLE;
  private static final EsrSpells SPELLS = EsrSpells.TABLE;
  private static final MassExits EXITS = MassExits.TABLE;
  private static final int AFTER = 24;
  private static final int BAND_5 = 50;
  private static final int BAND_6 = 60;
  private static final Column BEFORE = col("there_before");
  private static final Column RANK = col("rank_at_entry");
  private static final Column LATER = col("two_years_later");

  @Override
  public Table writes() {
    return BANDS;
  }

  @Override
  public List<Table> reads() {
    return Stream.concat(Entrants.tables().stream(), Stream.of(EXITS)).toList();
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(MoveRule.HELD);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> entrants =
        Entrants.of(inputs)
            .where(Entrants.TO_GROUP.isin(OccupationGroups.NURSES, OccupationGroups.MIDWIVES));
    Dataset<Row> spells = ServiceTransfers.apart(inputs.table(SPELLS), inputs.table(EXITS));
    Column there = coalesce(later(SPELLS.level2.name()).equalTo(Entrants.TO_GROUP), lit(false));
    Dataset<Row> counted =
        followed(entrants, spells)
            .where(not(BEFORE).and(RANK.leq(lit(BAND_5))))
            .where(later(SPELLS.state.name()).notEqual(lit(PayrollState.TRANSFERRED)))
            .groupBy(BANDS.year.is(year(Entrants.ENTRY)), BANDS.group.is(Entrants.TO_GROUP))
            .agg(
                count(lit(1)).as(BANDS.persons.name()),
                count_if(there).as(BANDS.stillThere.name()),
                count_if(there.and(later(SPELLS.bandRank.name()).geq(lit(BAND_6))))
                    .as(BANDS.above.name()));
    return BANDS.select(
        overNurses(BANDS.share.of(counted, BANDS.above.col(), BANDS.persons.col())));
  }

  private static Column later(String column) {
    return LATER.getField(column);
  }

  /**
   * Entrants with their band at entry, whether they were in the group before, and what they are.
   */
  private static Dataset<Row> followed(Dataset<Row> entrants, Dataset<Row> spells) {
    Column entry = col("e." + Entrants.ENTRY);
    Column group = col("e." + Entrants.TO_GROUP);
    Column first = SPELLS.firstMonth.of("s");
    Column last = SPELLS.lastMonth.of("s");
    return entrants
        .as("e")
        .join(spells.as("s"), SPELLS.personId.of("e").equalTo(SPELLS.personId.of("s")), "inner")
        .groupBy(SPELLS.personId.of("e"), entry, group)
        .agg(
            coalesce(bool_or(SPELLS.level2.of("s").equalTo(group).and(last.lt(entry))), lit(false))
                .as(BEFORE.toString()),
            max(when(entry.between(first, last), SPELLS.bandRank.of("s"))).as(RANK.toString()),
            max(when(
                    add_months(entry, AFTER).between(first, last),
                    struct(SPELLS.state.of("s"), SPELLS.level2.of("s"), SPELLS.bandRank.of("s"))))
                .as(LATER.toString()));
  }

  private static Dataset<Row> overNurses(Dataset<Row> rows) {
    Column nurses =
        max(when(
                BANDS.group.col().equalTo(lit(OccupationGroups.NURSES)), BANDS.share.value().col()))
            .over(Window.partitionBy(BANDS.year.col()));
    return rows.withColumn(
        BANDS.overNurses.name(),
        when(nurses.gt(lit(0.0)), BANDS.share.value().col().divide(nurses)));
  }
}
