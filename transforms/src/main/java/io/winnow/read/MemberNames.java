package io.winnow.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Decodes the names of archive members. An archive without the UTF-8 flag has them in the charset
 * of the machine it was made on, the same for all of them.
 */
final class MemberNames {
  /** The original charset of zip (APPNOTE 6.3.10, appendix D), and those of systems in use. */
  private static final List<Encoding> CANDIDATES = candidates();

  private MemberNames() {}

  /** The name of each member, in order. */
  static List<String> of(List<ZipArchiveEntry> members) {
    ByteArrayOutputStream undeclared = new ByteArrayOutputStream();
    for (ZipArchiveEntry member : members) {
      if (isUndeclared(member)) {
        undeclared.writeBytes(member.getRawName());
        undeclared.write('\n');
      }
    }
    Encoding encoding = encoding(undeclared.toByteArray());
    List<String> names = new ArrayList<>(members.size());
    for (ZipArchiveEntry member : members) {
      byte[] raw = member.getRawName();
      names.add(
          isUndeclared(member)
              ? withSlashes(encoding.decode(raw, 0, raw.length))
              : member.getName());
    }
    return names;
  }

  /** One name whose bytes say nothing of their charset. */
  static String of(byte[] name) {
    return encoding(name).decode(name, 0, name.length);
  }

  /** Some programs wrote the separators of their system; the specification wants slashes. */
  private static String withSlashes(String name) {
    return name.indexOf('/') < 0 ? name.replace('\\', '/') : name;
  }

  private static boolean isUndeclared(ZipArchiveEntry member) {
    return member.getNameSource() == ZipArchiveEntry.NameSource.NAME && member.getRawName() != null;
  }

  private static Encoding encoding(byte[] names) {
    if (Utf8Tally.of(names, names.length).malformed() == 0) {
      return Encoding.UTF_8;
    }
    return Plausibility.best(CANDIDATES, VisibleBytes.words(names));
  }

  private static List<Encoding> candidates() {
    List<Encoding> candidates = new ArrayList<>();
    candidates.add(new Encoding("IBM437", Charset.forName("IBM437"), 1));
    candidates.addAll(Encoding.MULTI_BYTE);
    candidates.add(new Encoding("IBM866", Charset.forName("IBM866"), 1));
    candidates.add(Encoding.WINDOWS_1252);
    return List.copyOf(candidates);
  }
}
