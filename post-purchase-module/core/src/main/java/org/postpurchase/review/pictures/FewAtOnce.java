package org.postpurchase.review.pictures;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.postpurchase.review.Photo;
import org.postpurchase.review.PhotoMaker;

/**
 * Decodes a few pictures at once, since each may need some hundred megabytes; others wait their
 * turn. An upload that is still on its way over a slow line keeps nobody waiting.
 */
final class FewAtOnce implements PhotoMaker {
  private final PhotoMaker maker;
  private final Semaphore places;

  FewAtOnce(PhotoMaker maker, int most) {
    this.maker = maker;
    this.places = new Semaphore(most, true);
  }

  private <T> T inTurn(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  @Override
  public Photo make(byte[] upload) {
    return inTurn(() -> maker.make(upload));
  }

  @Override
  public byte[] drawing(byte[] upload, int side) {
    return inTurn(() -> maker.drawing(upload, side));
  }
}
