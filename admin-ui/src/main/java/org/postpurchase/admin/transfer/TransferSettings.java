package org.postpurchase.admin.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.portable.Difference;
import org.postpurchase.portable.PortableNode;
import org.postpurchase.portable.PortableReader;
import org.postpurchase.portable.PortableText;
import org.postpurchase.portable.UnreadableFileException;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Sha256;

/**
 * Writes the shop's settings as a file, and takes a file after its differences were looked at.
 *
 * <p>An export needs READ on each kind that it contains; kinds without it are left out. An import
 * needs UPDATE on each kind of the file. It is one transaction: all of the file or nothing, and
 * nothing when any setting has changed since the differences were shown. Taking the same file again
 * changes nothing. Settings that are not in the file stay.
 */
public final class TransferSettings {
  private static final String HEAD = "post-purchase";
  private static final String FORM = "1";
  private static final String ONE_AT_A_TIME =
      "update PP_INSTALLATION set INSTALLATION_ID = INSTALLATION_ID where INSTALLATION_ID = 1";
  private static final int KEY_MAX = 60;
  private static final int DETAIL_MAX = 900;

  private final AdminAccess access;
  private final SettingsQuery query;
  private final List<Shelf> shelves;
  private final PortableReader reader;
  private final Words words;
  private AuditLog audit;

  public TransferSettings(
      AdminAccess access,
      SettingsQuery query,
      List<Shelf> shelves,
      PortableReader reader,
      Words words) {
    this.access = access;
    this.query = query;
    this.shelves = shelves;
    this.reader = reader;
    this.words = words;
  }

  public void setAudit(AuditLog audit) {
    this.audit = audit;
  }

  /** Kinds that the current user may export, in the order of the file. */
  List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    for (Shelf shelf : shelves) {
      if (shelf.records().stream().allMatch(r -> access.may(r, EntityOperationType.FETCH))) {
        kinds.add(shelf.kind());
      }
    }
    return kinds;
  }

  boolean mayImport() {
    return shelves.stream()
        .flatMap(shelf -> shelf.records().stream())
        .anyMatch(record -> access.may(record, EntityOperationType.UPDATE));
  }

  /** The file; gives names to settings that had none. */
  String export(Collection<String> chosen) {
    List<String> may = kinds();
    String actor = access.actor();
    return query.read(
        em -> {
          Map<String, PortableNode> file = new LinkedHashMap<>();
          file.put(HEAD, PortableNode.text(FORM));
          for (Shelf shelf : shelves) {
            if (may.contains(shelf.kind()) && chosen.contains(shelf.kind())) {
              List<PortableNode> items = new ArrayList<>();
              shelf.entries(em).forEach(entry -> items.add(entry.content));
              if (!items.isEmpty()) {
                file.put(shelf.kind(), PortableNode.list(items, 0));
              }
            }
          }
          audit.done(actor, "export settings", "settings", String.join(" ", chosen));
          return PortableText.write(PortableNode.fields(file, 0));
        });
  }

  /** What a file would do. Changes nothing but the names of settings that had none. */
  Plan plan(String text, Locale locale) throws SecurityServiceException {
    Plan plan = new Plan();
    PortableNode file;
    try {
      file = reader.read(text);
    } catch (UnreadableFileException unreadable) {
      plan.problems.add(
          words.filled("PostPurchase_Transfer_Line", locale, unreadable.line)
              + " "
              + words.filled(
                  "PostPurchase_Transfer_Problem_" + unreadable.problem,
                  locale,
                  unreadable.detail));
      return plan;
    }
    Fields found = new Fields(words, locale);
    List<String> names = new ArrayList<>(Arrays.asList(HEAD));
    shelves.forEach(shelf -> names.add(shelf.kind()));
    if (!file.textOf(HEAD).equals(FORM)) {
      found.problem(file, "PostPurchase_Transfer_NotOurs", HEAD + ": " + FORM);
    } else {
      found.only(file, names.toArray(new String[0]));
    }
    plan.problems.addAll(found.problems());
    if (plan.problems.isEmpty()) {
      requireUpdate(file);
      query.read(
          em -> {
            fill(plan, em, file, locale);
            return null;
          });
    }
    return plan;
  }

  private void requireUpdate(PortableNode file) throws SecurityServiceException {
    for (Shelf shelf : shelves) {
      if (!file.field(shelf.kind()).isEmpty()) {
        for (Class<?> record : shelf.records()) {
          access.require(
              record, EntityOperationType.UPDATE, "import settings", "settings " + shelf.kind());
        }
      }
    }
  }

  private void fill(Plan plan, EntityManager em, PortableNode file, Locale locale) {
    FileNames names = new FileNames(file);
    StringBuilder seen = new StringBuilder();
    for (Shelf shelf : shelves) {
      PortableNode part = file.field(shelf.kind());
      if (part.isEmpty()) {
        continue;
      }
      Map<String, Shelf.Entry> present = new LinkedHashMap<>();
      shelf.entries(em).forEach(entry -> present.put(entry.key, entry));
      Set<String> keys = new HashSet<>();
      Fields found = new Fields(words, locale);
      if (part.items.isEmpty()) {
        found.problem(part, "PostPurchase_Transfer_NoList", shelf.kind());
      }
      for (PortableNode item : part.items) {
        String key = item.textOf("key");
        if (!key.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0," + (KEY_MAX - 1) + "}")) {
          found.problem(item, "PostPurchase_Transfer_NoKey", key);
        } else if (!keys.add(key)) {
          found.problem(item, "PostPurchase_Transfer_KeyTwice", key);
        } else {
          Shelf.Entry before = present.get(key);
          String name = item.textOf("name").isEmpty() ? key : item.textOf("name");
          Shelf.Entry wanted = new Shelf.Entry(key, name, item, before != null && before.live);
          plan.problems.addAll(shelf.problems(em, wanted, names, locale));
          PortableNode old = before == null ? PortableNode.EMPTY : before.content;
          List<Difference> differences = Difference.between(old, item);
          if (!differences.isEmpty()) {
            plan.changes.add(new Change(shelf, wanted, before == null, differences));
          }
          seen.append(shelf.kind()).append(key).append('\n').append(PortableText.write(old));
        }
      }
      plan.problems.addAll(found.problems());
      plan.unchanged += keys.size();
    }
    plan.unchanged -= plan.changes.size();
    plan.seen = Sha256.of(seen.toString());
  }

  /**
   * @param seen {@link Plan#seen} of the differences that were looked at
   * @return what was done; with {@link Plan#taken} false and nothing changed when the file has a
   *     problem or the shop's settings are no longer what was shown
   */
  Plan take(String text, String seen, Locale locale) throws SecurityServiceException {
    Plan first = plan(text, locale);
    if (!first.problems.isEmpty() || !first.seen.equals(seen)) {
      first.changed = first.problems.isEmpty();
      return first;
    }
    String actor = access.actor();
    try {
      query.read(
          em -> {
            em.createNativeQuery(ONE_AT_A_TIME).executeUpdate();
            Plan now = new Plan();
            fill(now, em, reader.read(text), locale);
            if (!now.seen.equals(seen) || !now.problems.isEmpty()) {
              throw new Shelf.ChangedMeanwhileException("settings");
            }
            for (Change change : now.changes) {
              change.shelf.put(em, change.entry, actor);
              em.flush();
              String subject = change.shelf.kind() + " " + change.entry.key;
              audit.done(actor, "import settings", subject, change.detail(DETAIL_MAX));
            }
            return null;
          });
    } catch (Shelf.ChangedMeanwhileException e) {
      Plan again = plan(text, locale);
      again.changed = true;
      return again;
    }
    first.taken = true;
    return first;
  }

  /** What a file would do or has done. */
  public static final class Plan {
    /** What is wrong, with lines; nothing is taken while there is any. */
    public final List<String> problems = new ArrayList<>();

    public final List<Change> changes = new ArrayList<>();

    /** How many entries of the file are in the shop as they are. */
    public int unchanged;

    public boolean taken;

    /** Whether the shop's settings have changed since the differences were shown. */
    public boolean changed;

    /** What the differences were found against. */
    public String seen = "";
  }

  /** One setting that would be added or changed. */
  public static final class Change {
    final Shelf shelf;
    final Shelf.Entry entry;
    public final String kind;
    public final String key;
    public final String name;
    public final boolean fresh;
    public final boolean live;
    public final List<Difference> differences;

    Change(Shelf shelf, Shelf.Entry entry, boolean fresh, List<Difference> differences) {
      this.shelf = shelf;
      this.entry = entry;
      this.fresh = fresh;
      this.differences = differences;
      kind = shelf.kind();
      key = entry.key;
      name = entry.name;
      live = entry.live;
    }

    String detail(int most) {
      StringBuilder detail = new StringBuilder(fresh ? "added" : "changed");
      for (Difference each : differences) {
        detail.append("; ").append(each.path).append(": ");
        detail.append(shortened(each.before)).append(" → ").append(shortened(each.after));
      }
      return detail.length() > most ? detail.substring(0, most) : detail.toString();
    }

    private static String shortened(String text) {
      return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
  }
}
