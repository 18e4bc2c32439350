package careworkforce.common.delta;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallFileTest {
  @TempDir Path folder;
  private SmallFile file;

  @BeforeEach
  void name() {
    file = new Lake(Sparks.session(), folder.resolve("lake").toString()).note("notes/one");
  }

  @Test
  void shouldGiveBackWhatWasWrittenLastAndNothingOnceDeleted() {
    assertThat(file.read()).isEmpty();
    file.write("a");
    file.write("b\nc");
    assertThat(file.read()).hasValue("b\nc");
    file.delete();
    file.delete();
    assertThat(file.read()).isEmpty();
  }

  @Test
  void shouldLetOneOfManyMakeIt() throws Exception {
    ExecutorService many = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> writers =
          IntStream.range(0, 16)
              .mapToObj(i -> (Callable<Boolean>) () -> file.writeIfAbsent("writer " + i))
              .toList();
      int made = 0;
      for (Future<Boolean> writer : many.invokeAll(writers)) {
        made += writer.get() ? 1 : 0;
      }
      assertThat(made).isEqualTo(1);
      assertThat(file.read().orElseThrow()).startsWith("writer ");
    } finally {
      many.shutdownNow();
    }
  }

  @Test
  void shouldNotRenameOverAFileThatIsThere() throws Exception {
    LocalFiles.Log log =
        new LocalFiles.Log(
            java.net.URI.create("file:///"), new org.apache.hadoop.conf.Configuration());
    Path from = java.nio.file.Files.writeString(folder.resolve("from"), "second");
    Path to = java.nio.file.Files.writeString(folder.resolve("to"), "first");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                log.renameInternal(
                    new org.apache.hadoop.fs.Path(from.toUri()),
                    new org.apache.hadoop.fs.Path(to.toUri())))
        .isInstanceOf(org.apache.hadoop.fs.FileAlreadyExistsException.class);
    assertThat(to).hasContent("first");
  }
}
