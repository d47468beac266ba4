package io.winnow.read;

import io.winnow.reject.RejectReason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;

/**
 * Reads each member of a zip archive as a dump of its own, in the order of the archive's directory.
 *
 * <p>Names are names and never paths: nothing is written anywhere. A damaged or encrypted member is
 * one unreadable dump beside its siblings.
 */
final class ZipReader {
  /** Members by which an archive shows that it is a document of some program. */
  private static final Set<String> DOCUMENTS =
      Set.of("mimetype", "[Content_Types].xml", "META-INF/MANIFEST.MF");

  private final ReadSpec spec;
  private final TextReader texts;

  ZipReader(ReadSpec spec) {
    this.spec = spec;
    this.texts = new TextReader(spec);
  }

  /** Gives at least one dump. */
  void read(Place archive, StoredFile stored, Consumer<Dump> dumps) throws IOException {
    try (SeekableByteChannel channel = stored.channel();
        ZipFile zip = open(channel)) {
      List<ZipArchiveEntry> members = members(zip);
      if (members.isEmpty()) {
        dumps.accept(archive.unreadable(Stop.because(RejectReason.EMPTY, "no member")));
        return;
      }
      Optional<ZipArchiveEntry> document =
          members.stream().filter(member -> DOCUMENTS.contains(member.getName())).findFirst();
      if (document.isPresent()) {
        dumps.accept(
            archive.unreadable(
                Stop.because(RejectReason.BINARY, "document with " + document.get().getName())));
        return;
      }
      new Members(archive, zip, dumps).read(members);
    } catch (IOException damaged) {
      dumps.accept(archive.unreadable(Inflow.damage(damaged)));
    }
  }

  private static ZipFile open(SeekableByteChannel channel) throws IOException {
    return ZipFile.builder().setSeekableByteChannel(channel).setIgnoreLocalFileHeader(true).get();
  }

  private static List<ZipArchiveEntry> members(ZipFile zip) {
    List<ZipArchiveEntry> members = new ArrayList<>();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (!entry.isDirectory()) {
        members.add(entry);
      }
    }
    return members;
  }

  /** One archive while it is read. */
  private final class Members {
    private final Place archive;
    private final ZipFile zip;
    private final Consumer<Dump> dumps;
    private final Budget budget = new Budget(spec);
    private final Set<String> uris = new HashSet<>();

    Members(Place archive, ZipFile zip, Consumer<Dump> dumps) {
      this.archive = archive;
      this.zip = zip;
      this.dumps = dumps;
    }

    void read(List<ZipArchiveEntry> members) throws IOException {
      List<String> names = MemberNames.of(members);
      for (int i = 0; i < members.size(); i++) {
        if (i == spec.maxMembers()) {
          rest(Stop.at(RejectReason.TOO_MANY_ENTRIES, "members", members.size(), i));
          return;
        }
        if (budget.isSpent()) {
          rest(
              Stop.because(
                  RejectReason.DECOMPRESSION_BOMB, (members.size() - i) + " members left unread"));
          return;
        }
        member(members.get(i), unique(archive.uri() + "!/" + names.get(i)));
      }
    }

    private void rest(Stop stop) {
      dumps.accept(new Place(archive.uri(), archive.uri(), archive.fileSha256()).unreadable(stop));
    }

    private void member(ZipArchiveEntry member, String uri) throws IOException {
      Place place = new Place(uri, archive.uri(), archive.fileSha256());
      if (member.getGeneralPurposeBit().usesEncryption()) {
        dumps.accept(place.unreadable(Stop.because(RejectReason.ENCRYPTED, null)));
        return;
      }
      if (!zip.canReadEntryData(member)) {
        dumps.accept(
            place.unreadable(
                Stop.because(RejectReason.CORRUPT, "compression method " + member.getMethod())));
        return;
      }
      try (Inflow in = Inflow.packed(() -> content(member), member.getCompressedSize(), budget)) {
        texts.read(place, in, dumps);
      }
    }

    /** The member's bytes; ones that do not have its checksum fail at the end. */
    private InputStream content(ZipArchiveEntry member) throws IOException {
      return ChecksumInputStream.builder()
          .setInputStream(zip.getInputStream(member))
          .setChecksum(new CRC32())
          .setExpectedChecksumValue(member.getCrc())
          .get();
    }

    /** Two members may have one name; their dumps may not. */
    private String unique(String uri) {
      String unique = uri;
      for (int n = 2; !uris.add(unique); n++) {
        unique = uri + "#" + n;
      }
      return unique;
    }
  }
}
