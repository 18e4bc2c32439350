package careworkforce.common.job;

import careworkforce.common.table.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Whether what a job computes is what its contract says. */
public final class Schemas {
  private Schemas() {}

  /** Every difference in words; empty if names, order and types agree. Nullability is a check. */
  public static List<String> differences(Table contract, StructType computed) {
    List<String> found = new ArrayList<>();
    StructField[] wanted = contract.schema().fields();
    StructField[] got = computed.fields();
    if (wanted.length != got.length) {
      found.add(got.length + " columns, the contract says " + wanted.length);
    }
    for (int i = 0; i < Math.min(wanted.length, got.length); i++) {
      if (!wanted[i].name().equals(got[i].name())) {
        found.add("column " + got[i].name() + " where the contract says " + wanted[i].name());
      } else if (!wanted[i].dataType().sameType(got[i].dataType())) {
        found.add(
            "column "
                + got[i].name()
                + " is "
                + got[i].dataType().simpleString()
                + ", the contract says "
                + wanted[i].dataType().simpleString());
      }
    }
    return found;
  }
}
