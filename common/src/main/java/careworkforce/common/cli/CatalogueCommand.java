package careworkforce.common.cli;

import careworkforce.common.conf.Settings;
import careworkforce.common.job.Catalogue;
import careworkforce.common.report.CatalogueText;
import java.io.File;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code catalogue}. */
@Command(
    name = "catalogue",
    description = "Every table's contract as Markdown: grain, key, columns, reads, requirements.",
    footerHeading = "%nExamples:%n",
    footer = {"  careworkforce catalogue", "  careworkforce catalogue --to pipelines/CATALOGUE.md"})
final class CatalogueCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--to", paramLabel = "FILE", description = "The file to write.")
  private @Nullable File to;

  private final Catalogue catalogue;

  CatalogueCommand(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public void run() {
    String text = CatalogueText.markdown(catalogue);
    if (to == null) {
      spec.commandLine().getOut().print(text);
      spec.commandLine().getOut().flush();
      return;
    }
    new OutputFile(to.toPath(), Settings.defaults()).write(text);
  }
}
