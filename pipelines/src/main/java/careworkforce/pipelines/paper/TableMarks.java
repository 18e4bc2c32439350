package careworkforce.pipelines.paper;

import careworkforce.common.cli.OutputFile;
import careworkforce.common.cli.TableFile;
import careworkforce.common.conf.Settings;
import careworkforce.common.estimate.table.TableGrid;
import careworkforce.common.report.SvgFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader of tables outside the lake must be told: that nobody checked them for disclosure,
 * and whether they are synthetic. A LaTeX table says so in comments and in its note; beside CSV
 * files, which have no place for it, stand {@code NOT_CHECKED.txt} and {@code SYNTHETIC.txt}.
 *
 * @param synthetic true if any row behind them is synthetic
 */
record TableMarks(boolean synthetic) {
  private List<String> marks() {
    List<String> marks = new ArrayList<>();
    if (synthetic) {
      marks.add(SvgFile.SYNTHETIC);
    }
    marks.add(TableFile.NOT_CHECKED);
    return marks;
  }

  /** A table for LaTeX. */
  String latex(TableGrid grid) {
    StringBuilder comments = new StringBuilder();
    marks().forEach(mark -> comments.append("% ").append(mark).append('\n'));
    String note = (grid.note() + " " + String.join(" ", marks())).strip();
    return comments + new TableGrid(grid.head(), grid.estimates(), grid.foot(), note).latex();
  }

  /**
   * Writes the files that stand beside others in a folder, and takes a mark away that is not true
   * now.
   */
  void write(Path folder, Settings settings) {
    new OutputFile(folder.resolve("NOT_CHECKED.txt"), settings).write(TableFile.NOT_CHECKED + "\n");
    Path mark = folder.resolve("SYNTHETIC.txt");
    if (synthetic) {
      new OutputFile(mark, settings).write(SvgFile.SYNTHETIC + "\n");
    } else {
      try {
        Files.deleteIfExists(mark);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
