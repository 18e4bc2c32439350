package careworkforce.pipelines.bronze.ashe;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.jobs.IndustryPay;
import com.google.auto.service.AutoService;
import org.jspecify.annotations.Nullable;

/** Writes {@code ashe_table_5_cv/Table 5.5b Hourly pay - Gross YYYY CV.csv}. */
@AutoService(SourceWriter.class)
public final class AsheIndustryQualityWriter implements SourceWriter<IndustryPay> {
  private static final long serialVersionUID = 1L;
  private static final AsheText TEXT = new AsheText("5.5", "industry", true);

  @Override
  public Class<IndustryPay> writes() {
    return IndustryPay.class;
  }

  @Override
  public String folder() {
    return "ashe_table_5_cv";
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
  public void row(IndustryPay of, StringBuilder to) {
    TEXT.row(of.industry().title(), of.industry().division(), of.pay(), to);
  }
}
