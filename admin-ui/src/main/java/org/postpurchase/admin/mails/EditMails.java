package org.postpurchase.admin.mails;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.blocks.BlockStore;
import org.postpurchase.blocks.ComposeTemplate;
import org.postpurchase.blocks.Composition;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.broadleaf.entity.MessageTemplateImpl;
import org.postpurchase.broadleaf.settings.EntityTemplateReader;
import org.postpurchase.broadleaf.settings.SettingsQuery;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.json.JsonModule;

/**
 * Adds, saves, renames and puts away mails on a person's word. Needs UPDATE on {@link
 * MessageTemplate}; each change and its audit row are one transaction. A save is the next version
 * of the mail and keeps it for ever; of two who save at once, the second one is told.
 */
final class EditMails {
  private static final String NEXT_VERSION =
      "update PP_MESSAGE_TEMPLATE set TEMPLATE_VERSION = :next where TEMPLATE_ID = :id and"
          + " TEMPLATE_VERSION = :seen";
  private static final int KEY_MAX = 50;
  private static final int NAME_MAX = 120;

  private final AdminAccess access;
  private final SettingsQuery query;
  private final BlockStore blocks;
  private final TemplateVersions versions;
  private final ComposeTemplate compose;
  private final AuditLog audit;
  private Clock clock;

  public EditMails(
      AdminAccess access,
      SettingsQuery query,
      BlockStore blocks,
      TemplateVersions versions,
      ComposeTemplate compose,
      AuditLog audit) {
    this.access = access;
    this.query = query;
    this.blocks = blocks;
    this.versions = versions;
    this.compose = compose;
    this.audit = audit;
  }

  public void setClock(Clock clock) {
    this.clock = clock;
  }

  private void require(String action, String subject) throws SecurityServiceException {
    String shown = subject.length() > 100 ? subject.substring(0, 100) : subject;
    access.require(MessageTemplate.class, EntityOperationType.UPDATE, action, shown);
  }

  /**
   * A new mail, ready to be chosen in a step; it is sent by nothing yet.
   *
   * @return its number
   */
  long add(String name, String localeCode, Composition first) throws SecurityServiceException {
    require("add mail", "mail " + name);
    String actor = access.actor();
    return query.read(
        em -> {
          String key = freeKey(em, name);
          MessageTemplate row = row(key, localeCode);
          write(row, compose.write(first, localeCode));
          em.persist(row);
          em.flush();
          keep(row, first.text(), actor);
          blocks.save(key, new BlockStore.Label(name, null, 1));
          audit.done(actor, "add mail", "mail " + key, localeCode + " " + name);
          return row.getId();
        });
  }

  /** A copy under a name of its own, in all languages. */
  long copy(MailLibrary library, String key, String name) throws SecurityServiceException {
    require("copy mail", "mail " + key);
    String actor = access.actor();
    return query.read(
        em -> {
          String copy = freeKey(em, name);
          long first = 0;
          for (MessageTemplate from : library.ofKey(key)) {
            long id = copied(em, from, copy, from.getLocaleCode(), actor);
            first = first == 0 ? id : first;
          }
          blocks.save(copy, new BlockStore.Label(name, null, 1));
          audit.done(actor, "copy mail", "mail " + copy, "from " + key);
          return first;
        });
  }

  /** The same mail in a further language, as a copy to be translated. */
  long addLanguage(MessageTemplate from, String localeCode) throws SecurityServiceException {
    require("add language", "mail " + from.getTemplateKey());
    String actor = access.actor();
    return query.read(
        em -> {
          long id = copied(em, from, from.getTemplateKey(), localeCode, actor);
          audit.done(actor, "add language", "mail " + from.getTemplateKey(), localeCode);
          return id;
        });
  }

  private long copied(
      EntityManager em, MessageTemplate from, String key, String localeCode, String actor) {
    Optional<Composition> blocksOf = composition(from);
    MessageTemplate row = row(key, localeCode);
    if (blocksOf.isPresent()) {
      write(row, compose.write(blocksOf.get(), localeCode));
    } else {
      row.setSubject(from.getSubject());
      row.setPreheader(from.getPreheader());
      row.setHeading(from.getHeading());
      row.setIntro(from.getIntro());
      row.setClosing(from.getClosing());
      row.setHtmlLayout(from.getHtmlLayout());
      row.setTextLayout(from.getTextLayout());
    }
    em.persist(row);
    em.flush();
    keep(row, blocksOf.map(Composition::text).orElse(""), actor);
    return row.getId();
  }

  Optional<Composition> composition(MessageTemplate row) {
    return composition(row, row.getVersion());
  }

  /** What a version was composed of; empty for one that was written as Velocity. */
  Optional<Composition> composition(MessageTemplate row, int version) {
    return query
        .read(em -> blocks.composition(row.getTemplateKey(), row.getLocaleCode(), version))
        .map(text -> Composition.of(text, JsonModule.reader()));
  }

  /**
   * @param seen version that the author began with
   * @return the new version; empty when somebody has saved another one meanwhile
   */
  Optional<Integer> save(long id, int seen, Draft draft) throws SecurityServiceException {
    require("save mail", "mail " + id);
    String actor = access.actor();
    return query.read(
        em -> {
          int won =
              em.createNativeQuery(NEXT_VERSION)
                  .setParameter("next", seen + 1)
                  .setParameter("id", id)
                  .setParameter("seen", seen)
                  .executeUpdate();
          MessageTemplate row = em.find(MessageTemplateImpl.class, id);
          if (won != 1 || row == null) {
            return Optional.empty();
          }
          em.refresh(row);
          org.postpurchase.messaging.MessageTemplate next = draft.template(row, compose, seen + 1);
          write(row, next);
          em.flush();
          keep(row, draft.composition == null ? "" : draft.composition.text(), actor);
          audit.done(
              actor,
              "save mail",
              "mail " + row.getTemplateKey() + " " + row.getLocaleCode(),
              "version " + (seen + 1));
          return Optional.of(seen + 1);
        });
  }

  /** Makes the row's next version this one; false when somebody else has just done so. */
  boolean next(EntityManager em, MessageTemplate row) {
    int seen = row.getVersion();
    int won =
        em.createNativeQuery(NEXT_VERSION)
            .setParameter("next", seen + 1)
            .setParameter("id", row.getId())
            .setParameter("seen", seen)
            .executeUpdate();
    em.refresh(row);
    return won == 1;
  }

  /** Writes a draft on a row whose version is its own, and keeps it. Joins the transaction. */
  void put(EntityManager em, MessageTemplate row, Draft draft, String actor) {
    write(row, draft.template(row, compose, row.getVersion()));
    if (row.getId() == null) {
      em.persist(row);
    }
    em.flush();
    keep(row, draft.composition == null ? "" : draft.composition.text(), actor);
  }

  /** False when somebody else has renamed it or put it away meanwhile. */
  boolean label(String key, String name, boolean archived, int edition)
      throws SecurityServiceException {
    require(archived ? "put mail away" : "name mail", "mail " + key);
    String actor = access.actor();
    return query.read(
        em -> {
          boolean done =
              blocks.save(
                  key, new BlockStore.Label(name, archived ? clock.instant() : null, edition + 1));
          if (done) {
            audit.done(
                actor, archived ? "put mail away" : "name mail", "mail " + key, "name " + name);
          }
          return done;
        });
  }

  static boolean isName(String name) {
    return !name.trim().isEmpty() && name.codePointCount(0, name.length()) <= NAME_MAX;
  }

  private void keep(MessageTemplate row, String composition, String actor) {
    versions.keep(EntityTemplateReader.definition(row), actor);
    if (!composition.isEmpty()) {
      blocks.keep(row.getTemplateKey(), row.getLocaleCode(), row.getVersion(), composition);
    }
  }

  private static MessageTemplate row(String key, String localeCode) {
    MessageTemplate row = new MessageTemplateImpl();
    row.setTemplateKey(key);
    row.setLocaleCode(localeCode);
    row.setActive(true);
    row.setVersion(1);
    return row;
  }

  private static void write(MessageTemplate row, ComposeTemplate.Written written) {
    write(row, written.as(row.getTemplateKey(), row.getLocaleCode(), row.getVersion()));
  }

  private static void write(
      MessageTemplate row, org.postpurchase.messaging.MessageTemplate wording) {
    row.setVersion(wording.version);
    row.setSubject(wording.texts.subject);
    row.setPreheader(wording.texts.preheader);
    row.setHeading(wording.texts.heading);
    row.setIntro(wording.texts.intro);
    row.setClosing(wording.texts.closing);
    row.setHtmlLayout(wording.htmlLayout);
    row.setTextLayout(wording.textLayout);
  }

  /** A short name made of the name that nothing else has. */
  private static String freeKey(EntityManager em, String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    plain = plain.substring(0, Math.min(plain.length(), KEY_MAX)).replaceAll("^-+|-+$", "");
    String base = plain.isEmpty() ? "mail" : plain;
    for (int n = 1; ; n++) {
      String key = n == 1 ? base : base + "-" + n;
      boolean taken =
          !em.createNativeQuery(
                  "select TEMPLATE_ID from PP_MESSAGE_TEMPLATE where TEMPLATE_KEY = :k")
              .setParameter("k", key)
              .getResultList()
              .isEmpty();
      if (!taken) {
        return key;
      }
    }
  }
}
