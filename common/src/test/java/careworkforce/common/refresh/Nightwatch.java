package careworkforce.common.refresh;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts nights of a hospital as processes of their own, and kills them as none can prevent. */
final class Nightwatch {
  private final Path folder;
  private final Path said;
  private int nights;

  Nightwatch(Path folder) {
    this.folder = folder;
    this.said = folder.resolve("night.txt");
  }

  /** Lets one night end, and tells its seconds from the refresh's beginning. */
  double secondsOfANight() throws IOException, InterruptedException {
    Process night = start();
    long begun = System.nanoTime();
    night.waitFor();
    if (!hasSaid(HospitalNight.ENDS)) {
      throw new AssertionError(Files.readString(said));
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  /** Kills a night so many seconds after its refresh began; false if it ended by itself before. */
  boolean killedAfter(double seconds) throws IOException, InterruptedException {
    Process night = start();
    try {
      return !night.waitFor(Math.round(seconds * 1000), TimeUnit.MILLISECONDS);
    } finally {
      night.destroyForcibly().waitFor();
    }
  }

  /** Starts a process, and waits until its refresh begins. */
  private Process start() throws IOException, InterruptedException {
    Files.deleteIfExists(said);
    Process night =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    while (night.isAlive() && !hasSaid(HospitalNight.BEGINS)) {
      night.waitFor(10, TimeUnit.MILLISECONDS);
    }
    return night;
  }

  private boolean hasSaid(String word) throws IOException {
    return Files.readAllLines(said).contains(word);
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-javaagent"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Dlog4j2.configurationFile=" + System.getProperty("log4j2.configurationFile"),
            "-cp",
            System.getProperty("java.class.path"),
            HospitalNight.class.getName(),
            folder.toString(),
            "night-%04d".formatted(++nights)));
    return command;
  }
}
