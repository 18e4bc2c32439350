package careworkforce.common.hadoop;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;

/** HDFS on loopback: a name node and one data node. */
public final class Hdfs implements AutoCloseable {
  private static final String SERVER = "org.apache.hadoop.hdfs.server.";

  private final HadoopDaemons daemons;
  private final String root;

  /** Starts both, and waits until the data node is counted. */
  public Hdfs(Path folder) throws IOException, InterruptedException {
    root = "hdfs://127.0.0.1:" + HadoopDaemons.freePort();
    daemons = new HadoopDaemons(folder);
    daemons.site("core-site.xml", Map.of("fs.defaultFS", root));
    String page = "127.0.0.1:" + HadoopDaemons.freePort();
    daemons.site(
        "hdfs-site.xml",
        Map.of(
            "dfs.replication", "1",
            "dfs.namenode.name.dir", folder.resolve("names").toUri().toString(),
            "dfs.datanode.data.dir", folder.resolve("data").toUri().toString(),
            "dfs.namenode.http-address", page,
            "dfs.datanode.address", "127.0.0.1:0",
            "dfs.datanode.http.address", "127.0.0.1:0",
            "dfs.datanode.ipc.address", "127.0.0.1:0"));
    daemons.run(SERVER + "namenode.NameNode", "-format", "-nonInteractive");
    daemons.start(SERVER + "namenode.NameNode");
    daemons.start(SERVER + "datanode.DataNode");
    daemons.await(
        "http://" + page + "/jmx?qry=Hadoop:service=NameNode,name=FSNamesystemState",
        "\"NumLiveDataNodes\" : 1");
  }

  /** What its paths begin with, without a slash at the end. */
  public String root() {
    return root;
  }

  /** A client. */
  public FileSystem files() throws IOException {
    return FileSystem.get(URI.create(root), new Configuration());
  }

  @Override
  public void close() {
    daemons.close();
  }
}
