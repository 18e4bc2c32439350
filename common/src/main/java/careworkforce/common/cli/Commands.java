package careworkforce.common.cli;

import careworkforce.common.job.Catalogue;
import careworkforce.common.report.Requirement;
import java.util.List;
import picocli.CommandLine;

/** The commands that any lake of contracts has: run and plan its jobs, look at its tables. */
public final class Commands {
  private Commands() {}

  /**
   * Adds them to an application.
   *
   * @param root the application's command line
   * @param catalogue its jobs
   * @param requirements what its programme asks for
   */
  public static CommandLine addTo(
      CommandLine root, Catalogue catalogue, List<Requirement> requirements) {
    return root.addSubcommand(new RunCommand(catalogue))
        .addSubcommand(new RefreshCommand(catalogue))
        .addSubcommand(new PlanCommand(catalogue))
        .addSubcommand(new TablesCommand(catalogue))
        .addSubcommand(new DescribeCommand(catalogue))
        .addSubcommand(new HistoryCommand(catalogue))
        .addSubcommand(new DiffCommand(catalogue))
        .addSubcommand(MaintainCommand.of(catalogue))
        .addSubcommand(new CheckCommand(catalogue))
        .addSubcommand(new RejectsCommand(catalogue))
        .addSubcommand(new PseudonymCommand(catalogue, System.in))
        .addSubcommand(new SqlCommand(catalogue))
        .addSubcommand(new ExportTableCommand(catalogue))
        .addSubcommand(EstimateCommands.estimate(catalogue))
        .addSubcommand(EstimateCommands.bench())
        .addSubcommand(new CoverageCommand(catalogue, requirements))
        .addSubcommand(new CatalogueCommand(catalogue))
        .addSubcommand(new ClusterCommand())
        .addSubcommand(new ConfigCommand())
        .addSubcommand(new CompletionCommand())
        .addSubcommand(new HelpCommand());
  }
}
