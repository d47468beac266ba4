package io.winnow.cluster;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Keeps Jackson's buffers out of the threads of whoever reads JSON with it.
 *
 * <p>A JobManager reads Beam's options of each job in threads of its own. Buffers kept there would
 * hold on to the job's classes, softly, until the JobManager has no room for classes left. Beam
 * finds this module by its name in {@code META-INF/services}.
 */
public final class PooledJson extends Module {
  @Override
  public String getModuleName() {
    return "winnow-pooled-json";
  }

  @Override
  public Version version() {
    return Version.unknownVersion();
  }

  @Override
  public void setupModule(SetupContext context) {
    ObjectMapper mapper = context.getOwner();
    mapper.getFactory().setRecyclerPool(JsonRecyclerPools.sharedConcurrentDequePool());
  }
}
