package org.postpurchase.blocks.kind;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockField;
import org.postpurchase.blocks.BlockField.Type;
import org.postpurchase.blocks.BlockKind;
import org.postpurchase.blocks.MailWriter;

/**
 * Links by which readers tell others of the shop or of what they bought, from their own device and
 * in their own words; and the hashtag to put on their pictures. Nothing is sent by the shop.
 */
public final class ShareBlock implements BlockKind {
  /** Names of networks are names: they are not translated. Each ends where the address follows. */
  private static final String[][] NETWORKS = {
    {"WhatsApp", "https://wa.me/?text="},
    {"Facebook", "https://www.facebook.com/sharer/sharer.php?u="},
    {"Pinterest", "https://www.pinterest.com/pin/create/button/?url="},
    {"X", "https://x.com/intent/post?url="}
  };

  private static final List<BlockField> FIELDS =
      Collections.unmodifiableList(
          Arrays.asList(
              BlockField.optional("text", Type.LINE),
              BlockField.choice("what", "PURCHASE", "SHOP"),
              BlockField.optional("hashtag", Type.HASHTAG)));

  @Override
  public String key() {
    return "SHARE";
  }

  @Override
  public List<BlockField> fields() {
    return FIELDS;
  }

  @Override
  public void write(Block block, MailWriter mail) {
    boolean shop = "SHOP".equals(block.value("what"));
    String text = block.value("text");
    String words = text.isEmpty() ? mail.word(shop ? "shareShop" : "sharePurchase") : text;
    if (shop) {
      links(mail, words, "", "${shop.url}", "${shop.url}");
    } else {
      // The first product that has a page; mails about no order have none.
      String first = "$share && $share.url";
      mail.when(first);
      links(mail, words, "${share.name}", "${share.encoded}", "${share.url}");
      mail.endWhen(first);
    }
    hashtag(block.value("hashtag"), mail);
  }

  private static void links(
      MailWriter mail, String words, String name, String encoded, String plain) {
    mail.row("padding:12px 32px 16px;");
    mail.html(
        "<div style=\"margin:0 0 4px;font-weight:bold;\">" + MailWriter.line(words) + "</div>");
    mail.text(MailWriter.plainLine(words));
    if (!name.isEmpty()) {
      mail.html(
          "<div class=\"pp-muted\" style=\"margin:0 0 4px;font-size:14px;color:#5b6963;\">"
              + name
              + "</div>");
    }
    StringBuilder links = new StringBuilder();
    for (String[] network : NETWORKS) {
      links.append(link(network[1] + encoded, network[0]));
    }
    links.append(link("mailto:?body=" + encoded, mail.word("byMail")));
    mail.html(links.toString()).text((name.isEmpty() ? "" : name + ": ") + plain).endRow();
  }

  private static String link(String address, String words) {
    return "<a href=\""
        + address
        + "\" class=\"pp-link\" style=\"display:inline-block;padding:10px 16px 10px"
        + " 0;line-height:24px;color:#1d6b52;\">"
        + words
        + "</a>";
  }

  private static void hashtag(String typed, MailWriter mail) {
    String tag = BlockField.hashtag(typed);
    if (!tag.isEmpty()) {
      mail.row("padding:4px 32px 16px;");
      mail.html(
          "<div>"
              + mail.word("hashtag")
              + " <strong style=\"word-break:break-word;\">"
              + MailWriter.line(tag)
              + "</strong></div>");
      mail.text(mail.word("hashtag") + " " + MailWriter.plainLine(tag)).endRow();
    }
  }
}
