package careworkforce.pipelines.bronze.ascwds;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.care.LeaverExtract;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code ascwds_leaver/YYYYMMDD/leaver.csv}: 743 columns, cumulative, without person key. An
 * archived record stays as it was in the month of leaving.
 */
@AutoService(SourceWriter.class)
public final class AscwdsLeaverWriter extends AscwdsWriter<LeaverExtract> {
  private static final long serialVersionUID = 1L;

  /** Found by declaration. */
  public AscwdsLeaverWriter() {
    super("leaver", own());
  }

  private static List<String> own() {
    List<String> own = new ArrayList<>(JobText.COLUMNS);
    own.addAll(List.of("deletedate", "reason"));
    return own;
  }

  @Override
  public Class<LeaverExtract> writes() {
    return LeaverExtract.class;
  }

  @Override
  public void row(LeaverExtract of, StringBuilder to) {
    AscwdsText.establishment(of.month(), of.job().employer(), of.registration(), to);
    char next = delimiter(of.month());
    to.append(next);
    JobText.job(of.month(), of.job(), Month.of(of.deleted()).number(), true, to);
    to.append(next);
    AscwdsText.date(of.month(), of.deleted(), to);
    to.append(next).append(of.reason());
  }

  @Override
  public List<Spoil> spoils() {
    return List.of(
        new Spoil(Trap.BAD_DATE, 17, "31/31/2014"), new Spoil(Trap.BAD_NUMBER, 18, "twelve"));
  }
}
