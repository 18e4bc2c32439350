package careworkforce.common.fault;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.apache.spark.sql.SparkSession;

/**
 * Files of this machine below {@code faulty:///}, whose reading and writing fails when a test says
 * so.
 */
public final class FaultyFiles extends RawLocalFileSystem {
  private static final URI ROOT = URI.create("faulty:///");
  private static volatile Fault fault = new Fault() {};

  /** What goes wrong, by throwing or by doing harm. */
  public interface Fault {
    /** Before each reading of some bytes at a position. */
    default void reading(Path file, long position) throws IOException {}

    /** Before each writing of some bytes. */
    default void writing(Path file, long bytes) throws IOException {}
  }

  /** Makes the scheme known to a session. */
  public static void knownTo(SparkSession spark) {
    spark.conf().set("fs.faulty.impl", FaultyFiles.class.getName());
    spark.conf().set("fs.AbstractFileSystem.faulty.impl", Log.class.getName());
  }

  /** Lets it go wrong from now on. */
  public static void let(Fault next) {
    fault = next;
  }

  /** Nothing goes wrong any longer. */
  public static void heal() {
    fault = new Fault() {};
  }

  @Override
  public URI getUri() {
    return ROOT;
  }

  @Override
  public String getScheme() {
    return ROOT.getScheme();
  }

  /** Plain, as Hadoop's own would look for an owner by a URI of scheme {@code file}. */
  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    return status(pathToFile(path), path);
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    File file = pathToFile(path);
    File[] inside = file.listFiles();
    if (inside == null) {
      return new FileStatus[] {status(file, path)};
    }
    Arrays.sort(inside);
    FileStatus[] all = new FileStatus[inside.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = status(inside[i], new Path(path, inside[i].getName()));
    }
    return all;
  }

  private FileStatus status(File file, Path path) throws IOException {
    if (!file.exists()) {
      throw new FileNotFoundException(path + " is not there");
    }
    Path whole = path.makeQualified(ROOT, getWorkingDirectory());
    return new FileStatus(
        file.length(), file.isDirectory(), 1, 1L << 25, file.lastModified(), whole);
  }

  @Override
  public void setPermission(Path path, FsPermission permission) {
    // none are kept
  }

  @Override
  public FSDataInputStream open(Path file, int buffer) throws IOException {
    return new FSDataInputStream(new Reading(file, super.open(file, 1)));
  }

  @Override
  public FSDataOutputStream create(
      Path file, boolean over, int buffer, short copies, long block, Progressable told)
      throws IOException {
    return faulty(file, super.create(file, over, buffer, copies, block, told));
  }

  @Override
  public FSDataOutputStream create(
      Path file,
      FsPermission permission,
      boolean over,
      int buffer,
      short copies,
      long block,
      Progressable told)
      throws IOException {
    return faulty(file, super.create(file, permission, over, buffer, copies, block, told));
  }

  private static FSDataOutputStream faulty(Path file, OutputStream out) throws IOException {
    return out instanceof FSDataOutputStream known && known.getWrappedStream() instanceof Writing
        ? known
        : new FSDataOutputStream(new Writing(file, out), null);
  }

  private static final class Writing extends FilterOutputStream {
    private final Path file;

    Writing(Path file, OutputStream out) {
      super(out);
      this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
      fault.writing(file, 1);
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      fault.writing(file, length);
      out.write(bytes, from, length);
    }
  }

  private static final class Reading extends FSInputStream {
    private final Path file;
    private final FSDataInputStream in;

    Reading(Path file, FSDataInputStream in) {
      this.file = file;
      this.in = Objects.requireNonNull(in);
    }

    @Override
    public int read() throws IOException {
      fault.reading(file, in.getPos());
      return in.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      fault.reading(file, in.getPos());
      return in.read(bytes, from, length);
    }

    @Override
    public void seek(long position) throws IOException {
      in.seek(position);
    }

    @Override
    public long getPos() throws IOException {
      return in.getPos();
    }

    @Override
    public boolean seekToNewSource(long position) {
      return false;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** The same files by the interface through which Delta writes its log. */
  public static final class Log extends DelegateToFileSystem {
    /** Made by Hadoop. */
    public Log(URI uri, Configuration hadoop) throws IOException, URISyntaxException {
      super(uri, new FaultyFiles(), hadoop, ROOT.getScheme(), false);
    }
  }
}
