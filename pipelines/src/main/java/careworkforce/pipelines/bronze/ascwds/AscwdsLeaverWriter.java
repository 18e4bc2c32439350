package careworkforce.pipelines.bronze.ascwds;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WideRow;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.care.LeaverExtract;
import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code ascwds_leaver/YYYYMMDD/leaver.csv}: 743 columns, cumulative, without person key.
 */
@AutoService(SourceWriter.class)
public final class AscwdsLeaverWriter implements SourceWriter<LeaverExtract> {
  private static final long serialVersionUID = 1L;
  private static final WideRow NEW = AscwdsText.row("leaver_columns.tsv", true, filled());
  private static final WideRow OLD = AscwdsText.row("leaver_columns.tsv", false, filled());

  private static List<String> filled() {
    List<String> filled = new ArrayList<>(AscwdsText.ESTABLISHMENT);
    filled.addAll(JobText.COLUMNS);
    filled.addAll(List.of("deletedate", "reason"));
    return filled;
  }

  private static WideRow form(int month) {
    return AscwdsText.newForm(month) ? NEW : OLD;
  }

  @Override
  public Class<LeaverExtract> writes() {
    return LeaverExtract.class;
  }

  @Override
  public String folder() {
    return "ascwds_leaver";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return AscwdsText.file("leaver", month, world);
  }

  @Override
  public String header(int month) {
    return form(month).header();
  }

  @Override
  public char delimiter(int month) {
    return AscwdsText.delimiter(month);
  }

  @Override
  public void expand(int month, String row, StringBuilder to) {
    form(month).expand(row, to);
  }

  @Override
  public void row(LeaverExtract of, StringBuilder to) {
    AscwdsText.establishment(of.month(), of.job().employer(), of.registration(), to);
    char next = delimiter(of.month());
    to.append(next);
    JobText.job(of.month(), of.job(), true, to);
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
