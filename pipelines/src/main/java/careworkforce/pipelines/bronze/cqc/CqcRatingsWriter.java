package careworkforce.pipelines.bronze.cqc;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.care.Employer;
import careworkforce.pipelines.synthetic.care.RatingSnapshot;
import com.google.auto.service.AutoService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code cqc_ratings/CQC_RATINGS_YYYYMM.csv}, the latest ratings by domain. */
@AutoService(SourceWriter.class)
public final class CqcRatingsWriter implements SourceWriter<RatingSnapshot> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<RatingSnapshot> writes() {
    return RatingSnapshot.class;
  }

  @Override
  public String folder() {
    return "cqc_ratings";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return world.cqcSnapshot(month) ? "CQC_RATINGS_" + Cells.yearMonth(month) + ".csv" : null;
  }

  @Override
  public String header(int month) {
    return "Location ID,Location Name,Care Home?,Location Primary Inspection Category,"
        + "Location Post Code,Location Local Authority,Location Region,"
        + "Service / Population Group,Domain,Latest Rating,Inspection Date,Publication Date,"
        + "Report Type,Inherited Rating (Y/N),Provider ID,Provider Name\n";
  }

  @Override
  public void row(RatingSnapshot of, StringBuilder to) {
    Employer employer = of.employer();
    boolean home = employer.kind() == Employer.Kind.CARE_HOME;
    to.append(of.registration().locationId()).append(',');
    to.append(home ? "Synthetic Care Home " : "Synthetic Home Care ").append(employer.index());
    to.append(',').append(home ? 'Y' : 'N').append(',');
    to.append(home ? "Residential social care" : "Community based adult social care services");
    to.append(',').append(employer.postcode()).append(',');
    CqcLocationsWriter.place(employer.district().name(), to);
    to.append(',').append(employer.area().region().label()).append(",Overall,");
    to.append(of.domain()).append(',').append(of.inspection().rating(of.domain())).append(',');
    Cells.british(of.inspection().visited(), to);
    to.append(',');
    Cells.british(of.inspection().published(), to);
    to.append(",Location,").append(of.inherited() ? 'Y' : 'N').append(',');
    to.append(of.registration().providerId()).append(",Synthetic Provider ");
    to.append(of.registration().providerId());
  }

  @Override
  public List<Spoil> spoils() {
    return List.of(new Spoil(Trap.BAD_DATE, 11, "31/04/2015"));
  }
}
