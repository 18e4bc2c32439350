package careworkforce.pipelines.bronze.cqc;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.Resource;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WideRow;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.care.Employer;
import careworkforce.pipelines.synthetic.care.LocationSnapshot;
import careworkforce.pipelines.synthetic.care.Registration;
import com.google.auto.service.AutoService;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code cqc_locations/CQC_LOCATIONS_YYYYMM.csv}: the 122 headers of the 2026 file, then
 * those of the de-activated file and of relationships; active and de-registered locations.
 */
@AutoService(SourceWriter.class)
public final class CqcLocationsWriter implements SourceWriter<LocationSnapshot> {
  private static final long serialVersionUID = 1L;
  private static final List<String> FILLED =
      List.of(
          "Location ID",
          "Location HSCA start date",
          "Dormant (Y/N)",
          "Care home?",
          "Location Name",
          "Care homes beds",
          "Location Type/Sector",
          "Location Inspection Directorate",
          "Location Primary Inspection Category",
          "Location Latest Overall Rating",
          "Publication Date",
          "Inherited Rating (Y/N)",
          "Location Region",
          "Location Local Authority",
          "Location Postal Code",
          "Location UPRN ID",
          "Location Latitude",
          "Location Longitude",
          "Brand ID",
          "Brand Name",
          "Provider ID",
          "Provider Name",
          "Regulated activity - Accommodation for persons who require nursing or personal care",
          "Regulated activity - Personal care",
          "Service type - Care home service with nursing",
          "Service type - Care home service without nursing",
          "Service type - Domiciliary care service",
          "Service user band - Older People",
          "Location Dual Registered",
          "Primary ID (Dual registration locations)",
          "Location Status",
          "Location HSCA End Date",
          "Care homes beds at point location de-activated",
          "Predecessor Location ID",
          "Successor Location ID");
  private static final WideRow ROW = new WideRow(columns(), ',', FILLED, column -> "");

  private static List<String> columns() {
    List<String> columns = new ArrayList<>();
    for (String[] row : Resource.rows(CqcLocationsWriter.class, "location_columns.tsv")) {
      columns.add(row[0]);
    }
    columns.addAll(FILLED.subList(FILLED.indexOf("Location Status"), FILLED.size()));
    return columns;
  }

  @Override
  public Class<LocationSnapshot> writes() {
    return LocationSnapshot.class;
  }

  @Override
  public String folder() {
    return "cqc_locations";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return world.cqcSnapshot(month) ? "CQC_LOCATIONS_" + Cells.yearMonth(month) + ".csv" : null;
  }

  @Override
  public String header(int month) {
    List<String> quoted = new ArrayList<>();
    for (String column : columns()) {
      quoted.add(column.contains(",") ? '"' + column + '"' : column);
    }
    return String.join(",", quoted) + "\n";
  }

  @Override
  public void expand(int month, String row, StringBuilder to) {
    ROW.expand(row, to);
  }

  @Override
  public void row(LocationSnapshot of, StringBuilder to) {
    Employer employer = of.employer();
    Registration registration = of.registration();
    boolean home = employer.kind() == Employer.Kind.CARE_HOME;
    to.append(registration.locationId()).append(',');
    Cells.british(registration.start(), to);
    to.append(",N,").append(home ? 'Y' : 'N').append(',');
    to.append(home ? "Synthetic Care Home " : "Synthetic Home Care ").append(employer.index());
    to.append(',').append(of.active() ? employer.beds() : 0);
    to.append(",Social Care Org,Adult social care,");
    to.append(home ? "Residential social care" : "Community based adult social care services");
    to.append(',').append(of.rating() == null ? "" : of.rating()).append(',');
    optional(of.published(), to);
    to.append(',').append(of.rating() == null ? "" : of.inherited() ? "Y" : "N");
    to.append(',').append(employer.area().region().label()).append(',');
    place(employer.district().name(), to);
    to.append(',').append(employer.postcode()).append(',').append(employer.uprn());
    to.append(',').append(of.place().latitude()).append(',').append(of.place().longitude());
    to.append(",-,-,").append(registration.providerId());
    to.append(",Synthetic Provider ").append(registration.providerId()).append(',');
    flag(home, to);
    flag(!home, to);
    flag(home && employer.nursing(), to);
    flag(home && !employer.nursing(), to);
    flag(!home, to);
    flag(true, to);
    flag(registration.dual(), to);
    text(registration.primary(), to);
    to.append(',').append(of.active() ? "Active" : "Inactive").append(',');
    LocalDate end = registration.end();
    optional(of.active() ? null : end, to);
    to.append(',').append(of.active() ? "" : String.valueOf(employer.beds())).append(',');
    text(registration.predecessor(), to);
    to.append(',');
    text(of.active() ? null : registration.successor(), to);
  }

  /** A district's name; those with a comma are cut there, as cells are not quoted. */
  static void place(String name, StringBuilder to) {
    int comma = name.indexOf(',');
    to.append(comma < 0 ? name : name.substring(0, comma));
  }

  private static void flag(boolean set, StringBuilder to) {
    to.append(set ? "Y," : ",");
  }

  private static void text(@Nullable String text, StringBuilder to) {
    to.append(text == null ? "" : text);
  }

  private static void optional(@Nullable LocalDate date, StringBuilder to) {
    if (date != null) {
      Cells.british(date, to);
    }
  }

  @Override
  public List<Spoil> spoils() {
    return List.of(
        new Spoil(Trap.BAD_DATE, 1, "31/04/2011"), new Spoil(Trap.BAD_NUMBER, 5, "forty"));
  }
}
