package careworkforce.pipelines.bronze.ashe;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.TextWriter;
import careworkforce.pipelines.synthetic.jobs.OccupationPay;
import com.google.auto.service.AutoService;

/** Writes {@code ashe_table_15_cv/Table 15.5b Hourly pay - Gross YYYY CV.csv}. */
@AutoService(SourceWriter.class)
public final class AsheOccupationQualityWriter extends TextWriter<OccupationPay, AsheText> {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public AsheOccupationQualityWriter() {
    super(OccupationPay.class, "ashe_table_15_cv", new AsheText("15.5", "occupation", true));
  }

  @Override
  public void row(OccupationPay of, StringBuilder to) {
    text.row(of.occupation().title(), of.code(), of.pay(), to);
  }
}
