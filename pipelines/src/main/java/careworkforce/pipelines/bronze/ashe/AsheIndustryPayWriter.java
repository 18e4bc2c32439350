package careworkforce.pipelines.bronze.ashe;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.TextWriter;
import careworkforce.pipelines.synthetic.jobs.IndustryPay;
import com.google.auto.service.AutoService;

/** Writes {@code ashe_table_5/Table 5.5a Hourly pay - Gross YYYY.csv}. */
@AutoService(SourceWriter.class)
public final class AsheIndustryPayWriter extends TextWriter<IndustryPay, AsheText> {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public AsheIndustryPayWriter() {
    super(IndustryPay.class, "ashe_table_5", new AsheText("5.5", "industry", false));
  }

  @Override
  public void row(IndustryPay of, StringBuilder to) {
    text.row(of.industry().title(), of.industry().division(), of.pay(), to);
  }
}
