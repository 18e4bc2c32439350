package careworkforce.common.job;

import static org.apache.spark.sql.functions.lit;

import careworkforce.common.conf.Setting;
import careworkforce.common.table.Check;
import careworkforce.common.table.Counted;
import careworkforce.common.table.Field;
import careworkforce.common.table.Layer;
import careworkforce.common.table.Sensitivity;
import careworkforce.common.table.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** Two small tables, the second made from the first. */
final class Fakes {
  private Fakes() {}

  static final Setting<Integer> BEDS = Setting.integer("run.side-by-side", "beds", "beds", 1, 64);

  static final class Homes extends Table {
    static final Homes TABLE = new Homes();
    final Field home = key("home", DataTypes.StringType, "the home");
    final Field beds = field("beds", DataTypes.IntegerType, "registered beds").unit("beds");

    private Homes() {
      super(Layer.SILVER, "homes", "one row a home", Sensitivity.PUBLIC);
    }
  }

  static final class Places extends Table {
    static final Places TABLE = new Places();
    final Field home = key("home", DataTypes.StringType, "the home");
    final Field places = field("places", DataTypes.IntegerType, "beds times a setting");

    private Places() {
      super(Layer.GOLD, "study_places", "one row a home", Sensitivity.PUBLIC);
      check(Check.must("PLACES_POSITIVE", "every home has a place", places.col().gt(0)));
      count(new Counted("LARGE", "over 4 places", places.col().gt(4)));
      count(new Counted("UNKNOWN", "places not known", places.col().isNull()));
      check(Check.should("PLACES_FEW", "no home has over 100 places", places.col().leq(100)));
    }
  }

  static final class HomesJob implements Transform {
    List<Row> homes = List.of(RowFactory.create("a", 1), RowFactory.create("b", 2));
    @Nullable RuntimeException wrong;

    @Override
    public Table writes() {
      return Homes.TABLE;
    }

    @Override
    public Dataset<Row> rows(Inputs inputs) {
      if (wrong != null) {
        throw wrong;
      }
      return inputs.rows(homes, Homes.TABLE.schema());
    }
  }

  static final class PlacesJob implements Transform {
    @Override
    public Table writes() {
      return Places.TABLE;
    }

    @Override
    public List<Table> reads() {
      return List.of(Homes.TABLE);
    }

    @Override
    public List<Setting<?>> settings() {
      return List.of(BEDS);
    }

    @Override
    public Dataset<Row> rows(Inputs inputs) {
      Homes homes = Homes.TABLE;
      return Places.TABLE.select(
          inputs
              .table(homes)
              .select(
                  homes.home.col(),
                  Places.TABLE.places.is(homes.beds.col().multiply(lit(inputs.value(BEDS))))));
    }
  }

  static final class WrongJob implements Transform {
    @Override
    public Table writes() {
      return Homes.TABLE;
    }

    @Override
    public Dataset<Row> rows(Inputs inputs) {
      return inputs
          .rows(List.of(), Homes.TABLE.schema())
          .withColumn("beds", Homes.TABLE.beds.col().cast("double"));
    }
  }

  /** No job reads files. */
  static final Deliveries NONE =
      new Deliveries() {
        @Override
        public boolean reads(Job job) {
          return false;
        }

        @Override
        public Found look(Job job) {
          return new Found(List.of(), false, List.of());
        }

        @Override
        public Taken take(Job job, String runId) {
          return new Taken(List.of(), List.of(), List.of());
        }
      };
}
