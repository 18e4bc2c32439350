package careworkforce.common.cluster;

import careworkforce.common.conf.ClusterAccess;
import careworkforce.common.error.Exit;
import careworkforce.common.error.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The cluster of this machine, known by the process files in its folder. */
public final class Cluster {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Comparator<Node> MASTER_FIRST =
      Comparator.comparing((Node n) -> !n.name().equals("master")).thenComparing(Node::name);

  private final ClusterSettings settings;
  private final String classPath;
  private final List<String> ofThisProcess;

  /**
   * The cluster of the settings.
   *
   * @param classPath what its processes run, as the JDK writes one
   * @param ofThisProcess options of the running Java
   */
  public Cluster(ClusterSettings settings, String classPath, List<String> ofThisProcess) {
    this.settings = settings;
    this.classPath = classPath;
    this.ofThisProcess = List.copyOf(ofThisProcess);
  }

  /** Its processes, the master first, alive or not; none if it was not started or was stopped. */
  public List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    if (Files.isDirectory(settings.folder())) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(settings.folder(), "*.pid")) {
        for (Path file : files) {
          Node.read(file).ifPresent(nodes::add);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    nodes.sort(MASTER_FIRST);
    return nodes;
  }

  /** Its master, if that runs. */
  public Optional<Node> master() {
    return nodes().stream().filter(n -> n.name().equals("master") && n.alive()).findFirst();
  }

  /** What the master says; empty if it does not answer. */
  public Optional<MasterPage> page() {
    return master().flatMap(master -> MasterPage.ask(master.ui()));
  }

  /**
   * Starts what does not run, and waits until the master counts every worker as alive.
   *
   * @throws UserError if a process ends, or the master does not count them within a minute
   */
  public void start() {
    try {
      Node master = master().isPresent() ? master().get() : startMaster();
      for (int i = 1; i <= settings.workers(); i++) {
        String name = "worker-" + i;
        if (nodes().stream().noneMatch(n -> n.name().equals(name) && n.alive())) {
          launch(Daemon.worker(settings, i, master.url(), port(0)));
        }
      }
      await(() -> page().filter(p -> p.workers() >= settings.workers()).isPresent());
    } catch (IOException e) {
      throw UserError.input(
          "start the cluster in " + settings.folder(),
          String.valueOf(e),
          "Set cluster.folder to a folder that can be written");
    }
  }

  private Node startMaster() throws IOException {
    stop(); // workers of a master that is gone
    Daemon daemon = Daemon.master(settings, port(settings.masterPort()), port(settings.uiPort()));
    Files.createDirectories(
        settings.folder(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    JarFolder.fill(settings.folder(), classPath);
    ClusterAccess.grant(settings.folder(), daemon.url(), settings.host());
    Node master = launch(daemon);
    await(() -> page().filter(MasterPage::alive).isPresent());
    return master;
  }

  private Node launch(Daemon daemon) throws IOException {
    Node node = daemon.start(settings, ofThisProcess);
    node.write(settings.folder());
    return node;
  }

  private int port(int wanted) throws IOException {
    try (ServerSocket free = new ServerSocket(wanted, 1, InetAddress.getByName(settings.host()))) {
      return free.getLocalPort();
    } catch (java.net.BindException e) {
      throw UserError.of(
          Exit.IN_USE,
          "start the cluster",
          "port " + wanted + " of " + settings.host() + " is in use",
          "Set cluster.master-port and cluster.ui-port to free ports, or to 0");
    }
  }

  private void await(BooleanSupplier ready) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!ready.getAsBoolean()) {
      Optional<Node> ended = ended();
      if (ended.isPresent() || System.nanoTime() > until) {
        String because =
            ended.map(n -> n.name() + " ended").orElse("the master does not count its workers");
        String log = ended.map(Node::name).orElse("master") + ".log";
        throw UserError.input(
            "start the cluster", because, "See " + settings.folder().resolve(log));
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** A process asked for that has ended; one left of an earlier start with more workers is not. */
  Optional<Node> ended() {
    Set<String> asked = new HashSet<>(Set.of("master"));
    for (int i = 1; i <= settings.workers(); i++) {
      asked.add("worker-" + i);
    }
    return nodes().stream().filter(n -> asked.contains(n.name()) && !n.alive()).findFirst();
  }

  /** Ends what runs, the workers first, and gives their names; where nothing runs, none. */
  public List<String> stop() {
    List<Node> nodes = nodes();
    List<String> ended = nodes.stream().filter(Node::alive).map(Node::name).toList();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      nodes.get(i).end();
    }
    try {
      for (Node node : nodes) {
        Files.deleteIfExists(settings.folder().resolve(node.name() + ".pid"));
      }
      Files.deleteIfExists(ClusterAccess.file(settings.folder()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ended;
  }
}
