package careworkforce.pipelines.bronze.ashe;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.TextWriter;
import careworkforce.pipelines.synthetic.jobs.OccupationPay;
import com.google.auto.service.AutoService;

/** Writes {@code ashe_table_15/Table 15.5a Hourly pay - Gross YYYY.csv}. */
@AutoService(SourceWriter.class)
public final class AsheOccupationPayWriter extends TextWriter<OccupationPay, AsheText> {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public AsheOccupationPayWriter() {
    super(OccupationPay.class, "ashe_table_15", new AsheText("15.5", "occupation", false));
  }

  @Override
  public void row(OccupationPay of, StringBuilder to) {
    text.row(of.occupation().title(), of.code(), of.pay(), to);
  }
}
