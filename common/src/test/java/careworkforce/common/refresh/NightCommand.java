package careworkforce.common.refresh;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How a night is started as a process: as this one was, but with the classes that a first night
 * loaded kept in an archive of the virtual machine, for which folders of classes must be jars.
 */
final class NightCommand {
  private final Path folder;
  private final Path archive;
  private final String classPath;

  /**
   * Lets a first night of a hospital of its own end, and keeps the classes that it loaded.
   *
   * @param folder where they are kept
   */
  NightCommand(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.archive = folder.resolve("classes.jsa");
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.isEmpty()) {
        continue; // the folder that the process stands in, which holds no classes
      }
      Path path = Path.of(entry);
      jars.add(Files.isDirectory(path) ? jarOf(path, jars.size()).toString() : entry);
    }
    this.classPath = String.join(File.pathSeparator, jars);
    Path first = folder.resolve("first");
    KilledNights.hospital(first);
    Process night =
        new ProcessBuilder(command("-XX:ArchiveClassesAtExit=" + archive, first, "first"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("first.txt").toFile())
            .start();
    night.getOutputStream().write('\n');
    night.getOutputStream().close();
    if (night.waitFor() != 0) {
      throw new AssertionError(Files.readString(folder.resolve("first.txt")));
    }
  }

  /** The command of a night of a hospital, with a run's id. */
  List<String> of(Path hospital, String run) {
    return command("-XX:SharedArchiveFile=" + archive, hospital, run);
  }

  private List<String> command(String option, Path hospital, String run) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(option);
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-javaagent"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Dlog4j2.configurationFile=" + System.getProperty("log4j2.configurationFile"),
            "-cp",
            classPath,
            HospitalNight.class.getName(),
            hospital.toString(),
            run));
    return command;
  }

  private Path jarOf(Path classes, int number) throws IOException {
    Path jar = folder.resolve("classes-" + number + ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> below = Files.walk(classes)) {
      for (Path file : below.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return jar;
  }
}
