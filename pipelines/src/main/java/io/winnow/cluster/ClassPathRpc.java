package io.winnow.cluster;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.rpc.RpcSystem;
import org.apache.flink.runtime.rpc.RpcSystemLoader;
import org.apache.flink.runtime.rpc.exceptions.RpcLoaderException;
import org.apache.flink.runtime.rpc.pekko.PekkoRpcSystem;

/**
 * Takes the messaging system of an embedded Flink from the class path, so that its classes come out
 * of the archive of loaded classes like all others.
 *
 * <p>Flink's own loader unpacks a jar of 22 MB into the temporary folder at every start and loads
 * some 1,500 classes from there by a class loader of its own.
 */
public final class ClassPathRpc implements RpcSystemLoader {
  /** The lowest is tried first; Flink's own has 0. */
  @Override
  public int getLoadPriority() {
    return -1;
  }

  @Override
  public RpcSystem loadRpcSystem(Configuration configuration) {
    try {
      return new PekkoRpcSystem();
    } catch (LinkageError e) {
      throw new RpcLoaderException("no messaging system on the class path", e);
    }
  }
}
