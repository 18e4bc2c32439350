package careworkforce.common.refresh;

import careworkforce.common.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * How a night of hospitals is started as a process: as this one was, but with the classes that the
 * first night loaded kept in an archive of the virtual machine, for which folders of classes must
 * be jars.
 */
final class NightCommand {
  private final Path folder;
  private final List<Path> hospitals;
  private final Path archive;
  private final String classPath;

  /**
   * Of hospitals.
   *
   * @param folder where the classes are kept, and what nights say
   */
  NightCommand(Path folder, List<Path> hospitals) throws IOException {
    this.folder = folder;
    this.hospitals = hospitals;
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
  }

  /**
   * Starts a night, which begins when a line is typed; the first, if it ends, makes the archive.
   */
  Process start(int night) throws IOException {
    return new ProcessBuilder(command(night))
        .redirectErrorStream(true)
        .redirectOutput(said(night).toFile())
        .start();
  }

  /** Where stands what a night says. */
  Path said(int night) {
    return folder.resolve("night-%04d.txt".formatted(night));
  }

  private List<String> command(int night) {
    List<String> command = JavaCommand.likeThisOne();
    command.add((night == 0 ? "-XX:ArchiveClassesAtExit=" : "-XX:SharedArchiveFile=") + archive);
    command.addAll(
        List.of(
            "-Dlog4j2.configurationFile=" + System.getProperty("log4j2.configurationFile"),
            "-cp",
            classPath,
            HospitalNight.class.getName(),
            "night-%04d".formatted(night)));
    hospitals.forEach(hospital -> command.add(hospital.toString()));
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
