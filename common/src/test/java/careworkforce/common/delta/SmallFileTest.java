package careworkforce.common.delta;

import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.Sparks;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** Whoever is killed in between leaves what stood, or what was to stand. */
  @Test
  void shouldNeverBeAwayWhileItIsWrittenOver() throws Exception {
    file.write("first");
    Path there = Path.of(file.path().toUri().getPath());
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService watching = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> away =
          watching.submit(
              () -> {
                int times = 0;
                while (!done.get()) {
                  times += Files.exists(there) ? 0 : 1;
                }
                return times;
              });
      for (int i = 0; i < 500; i++) {
        file.write("again " + i);
      }
      done.set(true);
      assertThat(away.get()).isZero();
    } finally {
      watching.shutdownNow();
    }
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
