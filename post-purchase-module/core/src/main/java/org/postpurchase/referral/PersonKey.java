package org.postpurchase.referral;

import static java.util.Objects.requireNonNull;

/** One key of a person, hashed under the shop's own secret. Immutable. */
public final class PersonKey {
  public final KeyKind kind;

  /** 32 hexadecimal digits. */
  public final String hash;

  public PersonKey(KeyKind kind, String hash) {
    this.kind = requireNonNull(kind, "kind");
    this.hash = requireNonNull(hash, "hash");
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof PersonKey
        && ((PersonKey) o).kind == kind
        && ((PersonKey) o).hash.equals(hash);
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + hash.hashCode();
  }

  @Override
  public String toString() {
    return kind + ":" + hash;
  }
}
