package careworkforce.common.cli;

import careworkforce.common.cluster.Cluster;
import careworkforce.common.cluster.ClusterSettings;
import careworkforce.common.cluster.MasterPage;
import careworkforce.common.cluster.Node;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cluster}. */
@Command(
    name = "cluster",
    description = {
      "A Spark standalone cluster of this machine, from this program's own jars: a master and",
      "workers (cluster.workers) as processes of their own. Other commands run on it by --master."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  careworkforce cluster start",
      "  careworkforce cluster status",
      "  careworkforce demo --master spark://127.0.0.1:PORT",
      "  careworkforce cluster stop"
    })
final class ClusterCommand implements Runnable {
  @Mixin private final LakeOptions options = new LakeOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "ACTION",
      description = "${COMPLETION-CANDIDATES}. 'start' starts what does not run.")
  private Action action = Action.status;

  /** What to do with it. */
  enum Action {
    start,
    stop,
    status
  }

  @Override
  public void run() {
    Cluster cluster =
        new Cluster(
            ClusterSettings.of(options.settings()),
            System.getProperty("java.class.path"),
            ManagementFactory.getRuntimeMXBean().getInputArguments());
    PrintWriter out = spec.commandLine().getOut();
    if (action == Action.start) {
      cluster.start();
    }
    if (action == Action.stop) {
      List<String> ended = cluster.stop();
      out.println(ended.isEmpty() ? "No cluster ran." : "Stopped: " + String.join(", ", ended));
    } else {
      status(cluster, out);
    }
    out.flush();
  }

  private static void status(Cluster cluster, PrintWriter out) {
    List<Node> nodes = cluster.nodes();
    if (nodes.isEmpty()) {
      out.println("No cluster runs. 'cluster start' starts one.");
      return;
    }
    TextTable table = new TextTable("process", "state", "pid", "page");
    nodes.forEach(
        n -> table.row(n.name(), n.alive() ? "alive" : "dead", String.valueOf(n.pid()), n.ui()));
    table.print(out);
    Optional<MasterPage> page = cluster.page();
    out.println(
        page.map(
                p ->
                    "%d workers with %d cores; %d applications run"
                        .formatted(p.workers(), p.cores(), p.running()))
            .orElse("The master does not answer."));
    cluster.master().ifPresent(m -> out.println("Run on it by --master " + m.url()));
  }
}
