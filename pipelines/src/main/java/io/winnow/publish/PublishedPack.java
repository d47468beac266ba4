package io.winnow.publish;

import io.winnow.publish.Manifest.DataFile;
import io.winnow.publish.Manifest.DatasetFacts;
import io.winnow.publish.PublishedRun.RowConsumer;
import io.winnow.write.Dataset;
import io.winnow.write.ParquetRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * Several runs that are published in the files of one.
 *
 * @param name under which it is published
 * @param folder below the output, of the attempt that was published when this was read
 */
record PublishedPack(String name, String folder, Pack pack) {
  /**
   * All packs.
   *
   * @param published folder of each published name, all of one moment
   */
  static List<PublishedPack> all(OutputStore output, Map<String, String> published)
      throws IOException {
    List<PublishedPack> packs = new ArrayList<>();
    for (Map.Entry<String, String> entry : published.entrySet()) {
      if (Pack.isName(entry.getKey())) {
        String folder = entry.getValue();
        packs.add(new PublishedPack(entry.getKey(), folder, Pack.read(output, folder)));
      }
    }
    return packs;
  }

  /** The file of a dataset, with the rows of all its runs; none of a dataset of a newer Winnow. */
  List<DataFile> dataFiles(Dataset<?> dataset) {
    DatasetFacts facts = pack.datasets().get(dataset.name());
    return facts == null ? List.of() : facts.files();
  }

  /** Hands every row of a dataset to {@code consumer}, by run and key. */
  <T extends SpecificRecord> void forEach(
      OutputStore output, Dataset<T> dataset, RowConsumer<T> consumer) throws IOException {
    for (DataFile file : dataFiles(dataset)) {
      try (ParquetRows<T> rows = ParquetRows.read(dataset, output, folder + "/" + file.path())) {
        while (rows.hasNext()) {
          consumer.accept(rows.next());
        }
      }
    }
  }
}
