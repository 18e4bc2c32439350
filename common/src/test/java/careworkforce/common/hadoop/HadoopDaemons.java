package careworkforce.common.hadoop;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Servers of Hadoop's on loopback, as processes of their own from this test's class path. */
public final class HadoopDaemons implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path folder;
  private final List<Process> processes = new ArrayList<>();

  /** None yet. */
  public HadoopDaemons(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(conf());
  }

  /** The folder that servers and clients read: {@code HADOOP_CONF_DIR}. */
  public Path conf() {
    return folder.resolve("conf");
  }

  /** Writes a file of that folder, such as {@code core-site.xml}. */
  public void site(String file, Map<String, String> properties) throws IOException {
    String text =
        new TreeMap<>(properties)
            .entrySet().stream()
                .map(
                    p ->
                        "<property><name>%s</name><value>%s</value></property>\n"
                            .formatted(p.getKey(), p.getValue()))
                .collect(Collectors.joining("", "<configuration>\n", "</configuration>\n"));
    Files.writeString(conf().resolve(file), text);
  }

  /** Starts a server. */
  public void start(String main) throws IOException {
    processes.add(process(main));
  }

  /** Runs a program of Hadoop's to its end, which is to be a good one. */
  public void run(String main, String... words) throws IOException, InterruptedException {
    int code = process(main, words).waitFor();
    if (code != 0) {
      throw new IllegalStateException(main + " ended with " + code + "; see " + folder);
    }
  }

  private Process process(String main, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx512m");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("--add-opens"))
        .forEach(command::add);
    String classPath = conf() + File.pathSeparator + System.getProperty("java.class.path");
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(main + ".log").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }

  /** Waits until the answer of a server's page holds a text. */
  public void await(String page, String text) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!ask(page).contains(text)) {
      if (System.nanoTime() > until || !processes.stream().allMatch(Process::isAlive)) {
        close();
        throw new IllegalStateException(page + " does not say " + text + "; see " + folder);
      }
      Thread.sleep(200);
    }
  }

  private static String ask(String page) {
    try (InputStream answer = URI.create(page).toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException notYet) {
      return "";
    }
  }

  /** A port that nobody listens on. */
  public static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @Override
  public void close() {
    processes.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
    processes.forEach(Process::destroyForcibly);
  }
}
