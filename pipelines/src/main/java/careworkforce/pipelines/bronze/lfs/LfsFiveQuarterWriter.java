package careworkforce.pipelines.bronze.lfs;

import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.TextWriter;
import careworkforce.pipelines.synthetic.jobs.FiveQuarterRecord;
import com.google.auto.service.AutoService;

/** Writes a file of five quarters for each quarter that ends them. */
@AutoService(SourceWriter.class)
public final class LfsFiveQuarterWriter extends TextWriter<FiveQuarterRecord, LfsText> {
  private static final long serialVersionUID = 1L;

  /** For the service loader. */
  public LfsFiveQuarterWriter() {
    super(FiveQuarterRecord.class, "lfs_five_quarter", new LfsText(5));
  }

  @Override
  public void row(FiveQuarterRecord of, StringBuilder to) {
    text.row(of.record(), to);
  }
}
