package careworkforce.common.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarFolderTest {
  @TempDir Path folder;

  @Test
  void shouldLinkJarsAndPackFoldersOfClasses() throws IOException {
    Path classes = folder.resolve("classes");
    Files.createDirectories(classes.resolve("a/b"));
    Files.writeString(classes.resolve("a/b/C.class"), "bytes");
    Path jar = Files.writeString(folder.resolve("spark.jar"), "jar");

    fill(classes + File.pathSeparator + jar + File.pathSeparator + folder.resolve("none.jar"));

    assertThat(names()).containsExactly("000-classes.jar", "001-spark.jar");
    assertThat(folder.resolve("home/jars/001-spark.jar")).isSymbolicLink().hasContent("jar");
    try (JarFile packed = new JarFile(folder.resolve("home/jars/000-classes.jar").toFile())) {
      assertThat(packed.stream().map(Object::toString)).containsExactly("a/b/C.class");
    }
  }

  /** It means the folder that the process stands in, where other processes may come and go. */
  @Test
  void shouldNotPackTheFolderOfTheProcessForAnEmptyEntry() throws IOException {
    Path jar = Files.writeString(folder.resolve("spark.jar"), "jar");
    fill(File.pathSeparator + jar + File.pathSeparator);
    assertThat(names()).containsExactly("000-spark.jar");
  }

  @Test
  void shouldLeaveNoJarOfAnEarlierStart() throws IOException {
    fill(Files.writeString(folder.resolve("old.jar"), "1").toString());
    fill(Files.writeString(folder.resolve("young.jar"), "2").toString());
    assertThat(names()).containsExactly("000-young.jar");
  }

  private void fill(String classPath) throws IOException {
    JarFolder.fill(folder.resolve("home"), classPath);
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> jars = Files.list(folder.resolve("home/jars"))) {
      return jars.map(p -> p.getFileName().toString()).sorted().toList().stream();
    }
  }
}
