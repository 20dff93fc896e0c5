package org.postpurchase.admin.ui;

/** Which part of a long list is shown; pages count from 1 and out-of-range numbers are mended. */
public final class Paging {
  public final int page;
  public final int size;
  public final int total;

  public Paging(int page, int size, int total) {
    this.size = size;
    this.total = total;
    this.page = Math.max(1, Math.min(page, Math.max(1, (total + size - 1) / size)));
  }

  public int getPages() {
    return Math.max(1, (total + size - 1) / size);
  }

  /** Rows before this page. */
  public int getOffset() {
    return (page - 1) * size;
  }

  public boolean isHasPrevious() {
    return page > 1;
  }

  public boolean isHasNext() {
    return page < getPages();
  }
}
