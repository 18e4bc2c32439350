package careworkforce.pipelines.silver.reference;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import careworkforce.common.job.Inputs;
import careworkforce.common.job.Job;
import careworkforce.common.job.Transform;
import careworkforce.common.table.Field;
import careworkforce.common.table.Table;
import careworkforce.pipelines.bronze.geography.OdsTrusts;
import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Puts the latest entry of each trust beside its type. */
@AutoService(Job.class)
public final class TrustsJob implements Transform {
  private static final Trusts TRUSTS = Trusts.TABLE;
  private static final OdsTrusts ODS = OdsTrusts.TABLE;
  private static final List<Field> TYPE =
      List.of(TRUSTS.organisation, TRUSTS.trustType, TRUSTS.typeSource);

  @Override
  public Table writes() {
    return TRUSTS;
  }

  @Override
  public List<Table> reads() {
    return List.of(ODS);
  }

  @Override
  public Dataset<Row> rows(Inputs inputs) {
    StructType schema =
        new StructType(TYPE.stream().map(Field::structField).toArray(StructField[]::new));
    Dataset<Row> types = inputs.rows(TabbedResource.rows("trust_types.tsv", TYPE), schema);
    Dataset<Row> entries = entries(inputs.table(ODS));
    return TRUSTS.select(
        types
            .join(
                entries,
                TRUSTS.organisation.col().equalTo(ODS.organisationCode.col()),
                "full_outer")
            .withColumn(
                TRUSTS.organisation.name(),
                coalesce(TRUSTS.organisation.col(), ODS.organisationCode.col(), lit(""))));
  }

  private static Dataset<Row> entries(Dataset<Row> ods) {
    Column latest =
        max(
            struct(
                ODS.period.col(),
                ODS.name.col(),
                ODS.gorCode.col(),
                ODS.highLevelHealthGeography.col()));
    Column[] labels =
        Trusts.REGIONS.labels().entrySet().stream()
            .flatMap(e -> Stream.of(e.getKey(), e.getValue()))
            .map(functions::lit)
            .toArray(Column[]::new);
    return ods.groupBy(ODS.organisationCode.col())
        .agg(latest.as("latest"))
        .select(
            ODS.organisationCode.col(),
            TRUSTS.trustName.is(of(ODS.name)),
            TRUSTS.region.is(map(labels).getItem(of(ODS.gorCode))),
            TRUSTS.icb.is(of(ODS.highLevelHealthGeography)));
  }

  private static Column of(Field field) {
    return col("latest").getField(field.name());
  }
}
