package careworkforce.pipelines.gold.careers;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.qualitative.QualitativeMeasures;
import careworkforce.pipelines.silver.reference.OrganisationSuccessors;
import careworkforce.pipelines.silver.spells.OccupationMoves;
import com.google.auto.service.AutoService;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Joins each measure to the moves of its trust and pathway. */
@AutoService(Job.class)
public final class CareersQualitativeJob implements Transform {
  private static final CareersQualitative BESIDE = CareersQualitative.TABLE;
  private static final QualitativeMeasures MEASURES = QualitativeMeasures.TABLE;
  private static final OccupationMoves MOVES = OccupationMoves.TABLE;
  private static final OrganisationSuccessors SUCCESSORS = OrganisationSuccessors.TABLE;

  @Override
  public Table writes() {
    return BESIDE;
  }

  @Override
  public List<Table> reads() {
    return List.of(MEASURES, MOVES, SUCCESSORS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    Dataset<Row> measures = measures(inputs.table(MEASURES), inputs.table(SUCCESSORS));
    Dataset<Row> moves =
        inputs
            .table(MOVES)
            .where(MOVES.headline.col())
            .select(
                MOVES.organisationFrom.col().as("left_trust"),
                MOVES.fromGroup.col().as("left_group"),
                MOVES.toGroup.col().as("entered_group"));
    Column[] key = BESIDE.key().stream().map(f -> f.col()).toArray(Column[]::new);
    return BESIDE.select(
        moves
            .join(
                broadcast(measures),
                col("left_trust")
                    .equalTo(BESIDE.organisation.col())
                    .and(covers(BESIDE.fromGroup.col(), col("left_group")))
                    .and(covers(BESIDE.toGroup.col(), col("entered_group"))),
                "right_outer")
            .groupBy(key)
            .agg(
                max(BESIDE.value.col()).as(BESIDE.value.name()),
                max(BESIDE.scale.col()).as(BESIDE.scale.name()),
                max(BESIDE.basis.col()).as(BESIDE.basis.name()),
                count(col("left_trust")).as(BESIDE.moves.name())));
  }

  private static Column covers(Column groups, Column group) {
    return groups.equalTo(lit(CareersQualitative.ALL)).or(groups.equalTo(group));
  }

  private static Dataset<Row> measures(Dataset<Row> measures, Dataset<Row> successors) {
    return measures
        .join(
            broadcast(
                successors.select(
                    SUCCESSORS.organisation.col().as("ended"), SUCCESSORS.successor.col())),
            MEASURES.trust.col().equalTo(col("ended")),
            "left_outer")
        .groupBy(
            BESIDE.wave.is(MEASURES.period.col()),
            BESIDE.organisation.is(coalesce(SUCCESSORS.successor.col(), MEASURES.trust.col())),
            BESIDE.fromGroup.is(coalesce(MEASURES.fromGroup.col(), lit(CareersQualitative.ALL))),
            BESIDE.toGroup.is(coalesce(MEASURES.toGroup.col(), lit(CareersQualitative.ALL))),
            MEASURES.measure.col())
        .agg(
            avg(MEASURES.value.col()).as(BESIDE.value.name()),
            max(MEASURES.scale.col()).as(BESIDE.scale.name()),
            max(MEASURES.basis.col()).as(BESIDE.basis.name()));
  }
}
