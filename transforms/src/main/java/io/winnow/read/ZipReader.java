package io.winnow.read;

import io.winnow.record.JsonMapping;
import io.winnow.reject.RejectReason;
import io.winnow.reject.Stop;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;
import org.apache.commons.io.input.CloseShieldInputStream;

/**
 * Reads each member of a zip archive as a dump of its own, in the order of the archive's directory.
 *
 * <p>Names are names and never paths: nothing is written anywhere. A damaged or encrypted member is
 * one unreadable dump beside its siblings. An archive whose directory is lost, as that of a
 * truncated one, is read from its beginning as far as it goes.
 */
final class ZipReader {
  /** Members by which an archive shows that it is a document of some program. */
  private static final Set<String> DOCUMENTS =
      Set.of("mimetype", "[Content_Types].xml", "META-INF/MANIFEST.MF");

  /** Most bytes of directory for one allowed member, so that a hostile one does not fill memory. */
  private static final long DIRECTORY_BYTES = 256;

  private final ReadSpec spec;
  private final JsonMapping mapping;

  ZipReader(ReadSpec spec, JsonMapping mapping) {
    this.spec = spec;
    this.mapping = mapping;
  }

  /** Gives at least one dump. */
  void read(Place archive, StoredFile stored, Consumer<Dump> dumps) throws IOException {
    ArchiveMembers members = new ArchiveMembers(spec, mapping, archive, new Budget(spec), dumps);
    try (SeekableByteChannel channel = stored.channel()) {
      BoundedChannel bounded =
          new BoundedChannel(channel, DIRECTORY_BYTES * Math.max(1000, spec.maxMembers()));
      ZipFile zip;
      try {
        zip =
            ZipFile.builder().setSeekableByteChannel(bounded).setIgnoreLocalFileHeader(true).get();
      } catch (IOException noDirectory) {
        stream(members, stored);
        return;
      }
      bounded.lift();
      try (zip) {
        directory(members, zip);
      }
    }
  }

  /** Reads the members that the directory lists. */
  private static void directory(ArchiveMembers members, ZipFile zip) {
    List<ZipArchiveEntry> entries = new ArrayList<>();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      if (!entry.isDirectory()) {
        entries.add(entry);
      }
    }
    Optional<String> document =
        entries.stream().map(ZipArchiveEntry::getName).filter(DOCUMENTS::contains).findFirst();
    if (document.isPresent()) {
      members.end(Stop.because(RejectReason.BINARY, "document with " + document.get()));
      return;
    }
    List<String> names = MemberNames.of(entries);
    for (int i = 0; i < entries.size() && members.wantsMore(entries.size()); i++) {
      ZipArchiveEntry entry = entries.get(i);
      read(members, entry, names.get(i), zip.canReadEntryData(entry), () -> checked(zip, entry));
    }
    members.end(null);
  }

  /** Reads the members one after the other, until the first that is damaged. */
  private void stream(ArchiveMembers members, StoredFile stored) throws IOException {
    try (InputStream in = stored.open();
        ZipArchiveInputStream zip = new ZipArchiveInputStream(in)) {
      ZipArchiveEntry entry = zip.getNextEntry();
      while (entry != null && members.wantsMore(spec.maxMembers() + 1)) {
        if (!entry.isDirectory()) {
          read(
              members,
              entry,
              MemberNames.of(List.of(entry)).get(0),
              zip.canReadEntryData(entry),
              () -> CloseShieldInputStream.wrap(zip));
        }
        entry = zip.getNextEntry();
      }
      members.end(Stop.because(RejectReason.CORRUPT, "archive without a directory"));
    } catch (IOException damaged) {
      members.end(Inflow.damage(damaged));
    }
  }

  private static void read(
      ArchiveMembers members,
      ZipArchiveEntry entry,
      String name,
      boolean canRead,
      Inflow.Opening content) {
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      members.refuse(name, Stop.because(RejectReason.ENCRYPTED, null));
    } else if (!canRead) {
      members.refuse(
          name, Stop.because(RejectReason.CORRUPT, "compression method " + entry.getMethod()));
    } else {
      members.packed(name, content, entry.getCompressedSize());
    }
  }

  /** The member's bytes; ones that do not have its checksum fail at the end. */
  private static InputStream checked(ZipFile zip, ZipArchiveEntry entry) throws IOException {
    return ChecksumInputStream.builder()
        .setInputStream(zip.getInputStream(entry))
        .setChecksum(new CRC32())
        .setExpectedChecksumValue(entry.getCrc())
        .get();
  }
}
