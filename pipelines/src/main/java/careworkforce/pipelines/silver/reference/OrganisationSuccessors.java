package careworkforce.pipelines.silver.reference;

import careworkforce.common.table.Check;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import org.apache.spark.sql.types.DataTypes;

/**
 * NHS trusts that merged, each with the trust it is part of in the end: those known between 2012
 * and 2021, and those delivered, in one step however many mergers follow one another. Every month
 * of a predecessor is counted under its successor, so that a merger makes no move and no exit.
 */
public final class OrganisationSuccessors extends Table {
  public static final OrganisationSuccessors TABLE = new OrganisationSuccessors();

  public final Field organisation =
      key("organisation", DataTypes.StringType, "ODS code that ended");
  public final Field successor =
      field("successor", DataTypes.StringType, "ODS code that it is part of in the end").required();
  public final Field effective =
      field("effective", DataTypes.DateType, "first day under the successor").required();
  public final Field organisationName =
      field("name", DataTypes.StringType, "name of the trust that ended").required();
  public final Field source =
      field("source", DataTypes.StringType, "what supports the row").required();

  private OrganisationSuccessors() {
    super(
        Layer.SILVER,
        "organisation_successors",
        "one row a code of a trust or commissioner that a merger ended",
        Sensitivity.PUBLIC);
    check(
        Check.must(
            "LEADS_ELSEWHERE",
            "no code leads round in a circle, nor through more than eight mergers",
            organisation.col().notEqual(successor.col())));
    serves("03.1", "mergers of the known years and those delivered beside them");
    serves("03.8", "trusts compared under one code before and after a merger");
  }
}
