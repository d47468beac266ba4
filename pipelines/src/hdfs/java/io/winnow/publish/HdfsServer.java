package io.winnow.publish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;

/** HDFS with one data node in this process, on the loopback address. */
public final class HdfsServer implements Closeable {
  private final MiniDFSCluster cluster;

  HdfsServer(Path folder, int port) throws IOException {
    Configuration configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
    configuration.set("dfs.namenode.fs-limits.min-block-size", "0");
    configuration.set("dfs.permissions.enabled", "true");
    cluster =
        new MiniDFSCluster.Builder(configuration)
            .numDataNodes(1)
            .nameNodePort(port)
            .format(true)
            .build();
    cluster.waitClusterUp();
  }

  /** {@code hdfs://host:port}. */
  String uri() {
    return "hdfs://127.0.0.1:" + cluster.getNameNodePort();
  }

  @Override
  public void close() {
    cluster.shutdown();
  }

  /** Serves until it is killed: FOLDER PORT. */
  public static void main(String[] args) throws Exception {
    HdfsServer server = new HdfsServer(Path.of(args[0]), Integer.parseInt(args[1]));
    System.out.println(server.uri());
    Thread.currentThread().join();
  }
}
