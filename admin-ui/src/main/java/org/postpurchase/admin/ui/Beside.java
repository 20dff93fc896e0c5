package org.postpurchase.admin.ui;

import org.postpurchase.shared.ListPage;

/**
 * Which page of a list an address asks for: {@code older=ID} or {@code newer=ID}, the row beside
 * which it lies. What is no id asks for the newest.
 */
public final class Beside {
  private long older;
  private long newer;

  public void setOlder(String id) {
    older = number(id);
  }

  public void setNewer(String id) {
    newer = number(id);
  }

  public ListPage page(int size) {
    if (older > 0) {
      return ListPage.olderThan(older, size);
    }
    return newer > 0 ? ListPage.newerThan(newer, size) : ListPage.newest(size);
  }

  private static long number(String typed) {
    return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
  }
}
