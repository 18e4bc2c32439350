package careworkforce.common.cli;

import careworkforce.common.error.UserError;
import careworkforce.common.ingest.Pseudonyms;
import careworkforce.common.job.Catalogue;
import careworkforce.common.table.Field;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Scanner;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pseudonym}: what {@code maintain erase} asks for, of a person who asks to be erased. */
@Command(
    name = "pseudonym",
    description = {
      "Reads identifiers from standard input, a line each and as the files deliver them, and prints",
      "the pseudonyms that stand for them in the tables, under the key of pseudonyms.key-file: of",
      "'resident' the token of the person in HES, of 'staff' the NHS-wide number of the staff record.",
      "Nothing of it is logged."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce pseudonym resident --conf conf/nightly.conf < token.txt",
      "  careworkforce pseudonym staff --set pseudonyms.key-file=pseudonym.key < number.txt"
    })
final class PseudonymCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "ENTITY",
      description = "Whose identifiers they are, as 'describe' has it of the column.")
  private String entity = "";

  private final Catalogue catalogue;
  private final InputStream typed;

  PseudonymCommand(Catalogue catalogue, InputStream typed) {
    this.catalogue = catalogue;
    this.typed = typed;
  }

  @Override
  public void run() {
    SortedSet<String> entities =
        catalogue.tables().stream()
            .flatMap(table -> table.fields().stream())
            .map(Field::pseudonymOf)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!entities.contains(entity)) {
      throw UserError.usage(
          "make pseudonyms of " + entity, "no table has any", "Say one of " + entities);
    }
    Pseudonyms keys = Pseudonyms.of(options.settings());
    PrintWriter out = spec.commandLine().getOut();
    Scanner lines = new Scanner(typed, StandardCharsets.UTF_8);
    while (lines.hasNextLine()) {
      String identifier = lines.nextLine().strip();
      if (!identifier.isEmpty()) {
        out.println(keys.pseudonym(entity, identifier));
      }
    }
    out.flush();
  }
}
