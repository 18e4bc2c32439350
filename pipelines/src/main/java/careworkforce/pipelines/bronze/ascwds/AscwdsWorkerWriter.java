package careworkforce.pipelines.bronze.ascwds;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.care.WorkerExtract;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code ascwds_worker/YYYYMMDD/worker.csv}: 789 columns, one row a worker and extract. */
@AutoService(SourceWriter.class)
public final class AscwdsWorkerWriter extends AscwdsWriter<WorkerExtract> {
  private static final long serialVersionUID = 1L;

  /** Found by declaration. */
  public AscwdsWorkerWriter() {
    super("worker", own());
  }

  private static List<String> own() {
    List<String> own = new ArrayList<>(JobText.COLUMNS);
    own.add("wrkglbid");
    return own;
  }

  @Override
  public Class<WorkerExtract> writes() {
    return WorkerExtract.class;
  }

  @Override
  public void row(WorkerExtract of, StringBuilder to) {
    AscwdsText.establishment(of.month(), of.job().employer(), of.registration(), to);
    char next = delimiter(of.month());
    to.append(next);
    JobText.job(of.month(), of.job(), of.month(), of.payRecorded(), to);
    to.append(next).append(of.job().worker().personKey());
  }

  @Override
  public List<Spoil> spoils() {
    return List.of(
        new Spoil(Trap.BAD_DATE, 17, "31/31/2014"), new Spoil(Trap.BAD_NUMBER, 18, "twelve"));
  }
}
