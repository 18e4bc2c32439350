package careworkforce.common.cli;

import careworkforce.common.delta.Lake;
import careworkforce.common.job.Catalogue;
import careworkforce.common.lock.LakeLock;
import careworkforce.common.refresh.Holdings;
import careworkforce.common.table.Table;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every kind of maintenance has: a lake, its tables, and a dry run unless told to apply. */
abstract class Upkeeping implements Runnable {
  @Mixin final LakeOptions options = new LakeOptions();
  @Spec CommandSpec spec = CommandSpec.create();
  final Catalogue catalogue;

  @Option(names = "--apply", description = "Do it; without, it is only shown.")
  private boolean apply;

  Upkeeping(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The tables to be worked on: those that are there. */
  List<Table> tables(Lake lake) {
    return Holdings.of(catalogue).stream().filter(lake::exists).toList();
  }

  /** Shows what is to be done to the tables, and does it if applied. */
  abstract void keep(Lake lake, List<Table> tables, boolean apply, PrintWriter out);

  @Override
  public final void run() {
    PrintWriter out = spec.commandLine().getOut();
    Lake lake = options.lake();
    Consumer<Lake> keeping = held -> keep(held, tables(held), apply, out);
    if (apply) {
      try (LakeLock lock = LakeLock.take(lake, options.settings(), out::println)) {
        keeping.accept(lake.asking(lock::mustHold));
      }
    } else {
      keeping.accept(lake);
      out.println("Nothing was done: this was a dry run. --apply does it.");
    }
    out.flush();
  }
}
