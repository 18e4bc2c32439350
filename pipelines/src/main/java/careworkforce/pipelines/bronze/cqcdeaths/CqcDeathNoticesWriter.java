package careworkforce.pipelines.bronze.cqcdeaths;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.residents.DeathNotice;
import com.google.auto.service.AutoService;
import java.util.List;

/** Writes {@code cqc_deaths/CQC_DEATH_NOTIFICATIONS_YYYY.csv} by year of the notice. */
@AutoService(SourceWriter.class)
public final class CqcDeathNoticesWriter implements SourceWriter<DeathNotice> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<DeathNotice> writes() {
    return DeathNotice.class;
  }

  @Override
  public String folder() {
    return "cqc_deaths";
  }

  @Override
  public String file(int month, WorldSettings world) {
    return "CQC_DEATH_NOTIFICATIONS_" + Math.floorDiv(month, 12) + ".csv";
  }

  @Override
  public String header(int month) {
    return "Notification ID,Location ID,Notification Date,Place of Death\n";
  }

  @Override
  public void row(DeathNotice of, StringBuilder to) {
    to.append(of.noticeId()).append(',').append(of.locationId()).append(',');
    Cells.british(of.notified(), to);
    to.append(of.inHospital() ? ",H" : ",C");
  }

  @Override
  public List<Spoil> spoils() {
    return List.of(new Spoil(Trap.BAD_DATE, 2, "30/02/2014"), new Spoil(Trap.UNKNOWN_CODE, 3, "X"));
  }
}
