package careworkforce.pipelines.bronze.ashe;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.jobs.OccupationPay;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes {@code ashe_table_15_cv/Table 15.5b Hourly pay - Gross YYYY CV.csv}. */
@AutoService(SourceWriter.class)
public final class AsheOccupationQualityWriter implements SourceWriter<OccupationPay> {
  private static final long serialVersionUID = 1L;
  private static final AsheText TEXT = new AsheText("15.5", "occupation", true);

  @Override
  public Class<OccupationPay> writes() {
    return OccupationPay.class;
  }

  @Override
  public String folder() {
    return "ashe_table_15_cv";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return TEXT.file(month);
  }

  @Override
  public String header(int month) {
    return TEXT.header(month);
  }

  @Override
  public void row(OccupationPay of, StringBuilder to) {
    TEXT.row(of.occupation().title(), of.code(), of.pay(), to);
  }
}
