package careworkforce.pipelines.bronze.ashe;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.TextWriter;
import careworkforce.pipelines.synthetic.jobs.IndustryPay;
import com.google.auto.service.AutoService;

/** Writes {@code ashe_table_5_cv/Table 5.5b Hourly pay - Gross YYYY CV.csv}. */
@AutoService(SourceWriter.class)
public final class AsheIndustryQualityWriter extends TextWriter<IndustryPay, AsheText> {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public AsheIndustryQualityWriter() {
    super(IndustryPay.class, "ashe_table_5_cv", new AsheText("5.5", "industry", true));
  }

  @Override
  public void row(IndustryPay of, StringBuilder to) {
    text.row(of.industry().title(), of.industry().division(), of.pay(), to);
  }
}
