package ma.jisr.bench.mailing;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** How often each phone was written to, in a mapped file: it outlives a process that is killed. */
final class Phones {
  private final MappedByteBuffer counts;
  private final int people;

  Phones(Path file, int people) throws IOException {
    this.people = people;
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      counts = channel.map(FileChannel.MapMode.READ_WRITE, 0, people);
    }
  }

  void got(int place) {
    counts.put(place, (byte) (counts.get(place) + 1));
  }

  /**
   * What all of them have got.
   *
   * @param reached phones that got it
   * @param texts in all
   */
  record Sum(int reached, long texts) {
    long repeats() {
      return texts - reached;
    }
  }

  Sum sum() {
    int reached = 0;
    long texts = 0;
    for (int i = 0; i < people; i++) {
      byte count = counts.get(i);
      if (count > 0) reached++;
      texts += count;
    }
    return new Sum(reached, texts);
  }
}
