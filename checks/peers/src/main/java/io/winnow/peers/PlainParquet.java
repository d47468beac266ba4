package io.winnow.peers;

import io.winnow.schema.Article;
import java.io.IOException;
import java.util.List;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.SpecificData;
import org.apache.parquet.avro.AvroParquetWriter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/** Writes articles with parquet-avro as it comes, compressed with zstd, to nowhere. */
final class PlainParquet {
  private PlainParquet() {}

  /** How many bytes a file would have. */
  static long write(List<Article> articles) throws IOException {
    SpecificData model = new SpecificData();
    model.addLogicalTypeConversion(new TimeConversions.DateConversion());
    ParquetConfiguration configuration = new PlainParquetConfiguration();
    configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
    Nowhere file = new Nowhere();
    try (ParquetWriter<Article> writer =
        AvroParquetWriter.<Article>builder(file)
            .withSchema(Article.getClassSchema())
            .withDataModel(model)
            .withConf(configuration)
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .build()) {
      for (Article article : articles) {
        writer.write(article);
      }
    }
    return file.bytes;
  }

  private static final class Nowhere implements OutputFile {
    private long bytes;

    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return new PositionOutputStream() {
        @Override
        public long getPos() {
          return bytes;
        }

        @Override
        public void write(int b) {
          bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) {
          bytes += len;
        }
      };
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return create(blockSizeHint);
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
