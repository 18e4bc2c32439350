package careworkforce.common.cluster;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A folder {@code jars} with all that a class path holds, as a worker expects of {@code
 * SPARK_HOME}: jars by links, folders of classes packed. Names begin with the entry's number, so
 * that none hides another of its name.
 */
final class JarFolder {
  private JarFolder() {}

  /**
   * Fills {@code home/jars} anew from a class path as the JDK writes one, but for its empty
   * entries: those mean the folder that the process stands in, which holds no classes.
   */
  static void fill(Path home, String classPath) throws IOException {
    Path jars = home.resolve("jars");
    Files.createDirectories(jars);
    for (Path old : list(jars)) {
      Files.delete(old);
    }
    int number = 0;
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (entry.isEmpty()) {
        continue;
      }
      Path path = Path.of(entry).toAbsolutePath();
      String prefix = String.format(Locale.ROOT, "%03d-", number++);
      if (Files.isDirectory(path)) {
        pack(path, jars.resolve(prefix + "classes.jar"));
      } else if (Files.exists(path)) {
        Files.createSymbolicLink(jars.resolve(prefix + path.getFileName()), path);
      }
    }
  }

  private static void pack(Path classes, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out)) {
      for (Path file : files) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        packed.putNextEntry(new JarEntry(name));
        Files.copy(file, packed);
        packed.closeEntry();
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
