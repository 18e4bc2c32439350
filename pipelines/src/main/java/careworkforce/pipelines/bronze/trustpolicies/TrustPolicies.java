package careworkforce.pipelines.bronze.trustpolicies;

import careworkforce.common.ingest.DeliveredTable;
import careworkforce.common.table.Field;
import careworkforce.common.table.Sensitivity;
import org.apache.spark.sql.types.DataTypes;

/**
 * Which trust had which policy when: supplied by whoever studies policies, such as King's from its
 * interviews. A trust that is not listed is taken not to have had the policy. Laid out by us.
 */
public final class TrustPolicies extends DeliveredTable {
  public static final TrustPolicies TABLE = new TrustPolicies();

  public final Field trust =
      field("trust", DataTypes.StringType, "ODS code of the trust, present or past").required();
  public final Field policy =
      field("policy", DataTypes.StringType, "name of the policy, in lower snake case").required();
  public final Field fromMonth =
      field("from_month", DataTypes.DateType, "first month in force").required();
  public final Field toMonth =
      field("to_month", DataTypes.DateType, "last month in force; null while it is");

  private TrustPolicies() {
    super("trust_policies", "one row a trust, policy and stretch of months", Sensitivity.PUBLIC);
    serves("03.13", "policies of trusts, as supplied by the user");
  }
}
