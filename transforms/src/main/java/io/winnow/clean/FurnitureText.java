package io.winnow.clean;

import java.util.regex.Pattern;

/** Knows the words by which pages, in the languages of the web, lead away from their article. */
final class FurnitureText {
  private static final Pattern END =
      Pattern.compile(
          "[\\s#*_>»→-]{0,6}(?:more|related(?: (?:articles?|posts?|stories|content|links|topics|news|reading|coverage))?|read (?:more|next|also|further)(?: (?:in|on|about)\\b.{0,40})?"
              + "|more (?:from|on|stories|news|like this|about)\\b.{0,40}|explore further"
              + "|you (?:may|might) (?:also )?(?:like|enjoy).{0,20}|recommended(?: (?:for you|reading|stories))?|(?:\\d+ )?comments?(?: \\(\\d+\\))?|leave a (?:comment|reply)|share this.{0,20}"
              + "|about the author|see also|trending(?: now)?|most (?:read|popular)|popular posts|sponsored|what to read next|don't miss|also read"
              + "|相关(?:阅读|文章|新闻|推荐|链接|报道|内容).{0,4}|延伸 ?[·•] ?推荐|推荐阅读|延伸阅读|猜你喜欢|热门(?:文章|评论|推荐|新闻)|精彩推荐|网友评论|评论|发表评论|大家都在看|更多.{0,6}(?:新闻|内容|文章)|返回.{0,4}(?:首页|列表)"
              + "|(?:noch )?mehr (?:zum thema|zu|infos?|themen|artikel|beiträge|über)\\b.{0,40}|weiterlesen.{0,10}|lesen sie (?:auch|hier|mehr|dazu).{0,40}|(?:das|dieses thema|diese artikel) (?:könnte|könnten|dürfte).{0,10}(?:dich|sie|euch|dir|ihnen).{0,30}"
              + "|das thema könnte.{0,40}|schon gelesen|weitere (?:beiträge|artikel|themen|informationen|infos?|links|meldungen|nachrichten)\\b.{0,40}|kommentare?(?: \\(\\d+\\))?|ähnliche (?:artikel|beiträge|themen)|auch interessant.{0,20}|über (?:den autor|die autorin|uns)"
              + "|à lire (?:aussi|également)|lire (?:aussi|également|la suite)|sur le même (?:sujet|thème)|vous aimerez (?:aussi|peut-être).{0,20}"
              + "|te puede interesar.{0,20}|(?:lea|lee|leer|vea|ver) (?:también|más|tambien)|contenido relacionado|(?:notas?|noticias|artículos) relacionad[ao]s"
              + "|(?:veja|leia|confira) (?:também|mais)|(?:notícias|matérias) relacionadas|voc[êe] (?:também )?pode (?:também )?gostar.{0,20}|te (?:puede|podría) gustar.{0,20}|leggi anche|potrebbe interessarti.{0,20}|articoli correlati|zobacz (?:także|też|również)|czytaj (?:także|też|również|więcej)|przeczytaj (?:także|też|również)|lees (?:ook|meer)|läs (?:också|mer|även))\\s*[:：?!…]{0,3}[\\s*_]{0,4}",
          Pattern.CASE_INSENSITIVE);

  /** Headings after which no article goes on. */
  private static final Pattern TERMINAL =
      Pattern.compile(
          "[\\s#*_>]{0,6}(?:(?:\\d+ )?comments?.{0,10}|leave a (?:comment|reply)|about the author|über (?:den autor|die autorin|uns)"
              + "|kommentare?.{0,10}|share this.{0,20}|网友评论|评论|发表评论)\\s*[:：]?[\\s*_]{0,4}",
          Pattern.CASE_INSENSITIVE);

  /** What banners say of cookies, in the languages of their law. */
  private static final Pattern COOKIES =
      Pattern.compile(
          "\\b(?:verwendung|nutzung|einsatz|uso|utilisation|użycie|zapisywanie) (?:von|de|des|di|plików) cookies\\b|\\b(?:uses?|using|utili[sz]\\w{1,6}|use of|verwende[nt]?|nutz(?:t|en)|setzen|usa(?:mos|n)?|używa\\w{0,4}|korzysta\\w{0,4}|gebruik\\w{0,4})\\b.{0,60}\\bcookies?\\b"
              + "|\\bcookies?\\b.{0,60}\\b(?:consent|accept|agree|policy|akzeptier|zustimm|einverstanden|aceptar?|accepter|akceptuj)"
              + "|\\b(?:politique de|gestion des|paramétrer les|politica sui|política de) cookies\\b|\\bcookies? (?:sont|sind|werden|son|settings|einstellungen|richtlinien?|policy)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What sites ask of a reader's browser: another one, scripts, leave to send notifications. */
  private static final Pattern BROWSER =
      Pattern.compile(
          "\\b(?:enable|turn on|activate|allow) (?:javascript|notifications)\\b|\\byour browser (?:is|does) (?:not|no longer|out)\\b|\\b(?:outdated|unsupported|older) browsers?\\b"
              + "|\\bbenachrichtigung(?:en)? (?:aktivieren|erlauben|zu schicken)\\b|\\bihr(?:en|em)? browser\\b.{0,60}\\b(?:veraltet|unterstützt|aktualisieren|benachrichtig\\w*|informieren)|\\bjavascript (?:ist|is|está|est) (?:deaktiviert|disabled|desactivado|désactivé)"
              + "|\\b(?:este|tu|su|seu) navegador\\b.{0,60}\\b(?:no es|no está|não é|actualiza|atualiz|antiguo)|\\bvotre navigateur\\b.{0,60}\\b(?:n'est|obsolète|à jour)|浏览器版本(?:过低|太低|较低)|请(?:开启|启用|打开)\\s?javascript|(?:升级|更换)(?:您的)?浏览器",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /** A pointer with the title of what it points to on one line. */
  private static final Pattern POINTER =
      Pattern.compile(
          "[\\s#*_>»→-]{0,6}(?:mira|puedes ver|te puede interesar|(?:lea|lee|leer|ver) (?:también|más|tambien)|read (?:more|also|next)|also read|related"
              + "|lesen sie (?:auch|dazu)|mehr (?:dazu|lesen)|(?:veja|leia) (?:também|mais)|leggi anche|lire aussi|à lire(?: aussi)?|(?:czytaj|zobacz|przeczytaj) (?:też|także|również)|lees ook"
              + "|相关(?:阅读|链接)|延伸阅读|推荐阅读)[\\s*_]{0,4}[:：|»].{5,200}",
          Pattern.CASE_INSENSITIVE);

  /**
   * What pages say of an article below or above it: when it was posted, where, under which terms.
   */
  private static final Pattern NOTE =
      Pattern.compile(
          "[\\s*_>–—-]{0,6}(?:this (?:entry|post|article) was (?:posted|published|filed)|filed under|tagged (?:with|as)\\b|last (?:updated|modified)\\b"
              + "|(?:der|dieser) (?:beitrag|text|artikel) (?:wurde (?:am|veröffentlicht|unter)|gibt die meinung|stammt aus)|erstellt am|aktualisiert am|letzte (?:änderung|aktualisierung)|zuletzt (?:geändert|aktualisiert)"
              + "|sofern nicht anders (?:angegeben|ausgewiesen|gekennzeichnet)|titelbild\\s?:|ultima modifica|dernière (?:mise à jour|modification)|última (?:actualización|atualização)"
              + "|s[ií]gue?nos en|seguinos en|siga-nos|suivez-nous|folgen sie uns|folgt? uns (?:auf|bei)|follow (?:us|me|him|her|them|the [\\w ]{1,30}|@\\w{1,30}|[\\w ]{1,30}) on (?:twitter|facebook|instagram|x\\b|social)"
              + "|(?:first )?(?:updated|published|posted|created|aktualisiert|veröffentlicht|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato)\\b[^!?]{0,40}\\b\\d{1,2}\\b[^!?]{0,30}\\b(?:19|20)\\d\\d\\b"
              + "(?:[\\s\\d:,.|/()+–-]|\\b(?:\\p{L}{1,4}|updated|published|original|modified|aktualisiert)\\b|\\b\\p{L}{3,9}\\.?(?= \\d)){0,60}+$"
              + "|(?:estimated )?(?:reading time|read time|tempo de leitura|tiempo de lectura|temps de lecture|tempo di lettura|lesezeit|lesedauer)\\b.{0,30}|(?:about )?\\d{1,3} min(?:ute)?s? read|(?:预计|全文)?阅读(?:时间|时长|需要?).{0,20}"
              + "|submit your letter|all rights reserved|alle rechte vorbehalten|materiał chroniony prawem).{0,400}",
          Pattern.CASE_INSENSITIVE);

  /** What buttons and frames of pictures and advertisements say. */
  private static final Pattern BUTTON =
      Pattern.compile(
          "[\\s-]{0,6}(?:caption|close|advertisements?|anzeige|werbung|publicidade?|pubblicità|publicité|reklama|advertentie|share(?: this)?|teilen|partager|compartir|compartilhar|condividi|udostępnij"
              + "|print(?: article)?|drucken|imprimer|imprimir|stampa|text size|order reprints|bild anzeigen|show caption|hide caption|view gallery|open gallery|image \\d{1,2} of \\d{1,2}|tags?|schlagwörter|listen to (?:this )?article"
              + "|分享到?|收藏|打印|广告|举报|点赞|查看大图|字号)\\s?[:：!]?\\s*",
          Pattern.CASE_INSENSITIVE);

  private FurnitureText() {}

  /** Whether a line is nothing but the label of a button or a frame. */
  static boolean isButton(String line) {
    return BUTTON.matcher(line).matches();
  }

  /** Whether a line is a pointer together with the title of what it points to. */
  static boolean isPointer(String line) {
    return POINTER.matcher(line).matches();
  }

  /** Whether a line says when, where or under which terms the text was published. */
  static boolean isNote(String line) {
    return NOTE.matcher(line).matches();
  }

  /** Whether a line announces other articles, comments or the like. */
  static boolean pointsElsewhere(String line) {
    return END.matcher(line).matches();
  }

  /** Whether it announces what no article goes on after: comments, the author. */
  static boolean endsArticle(String line) {
    return TERMINAL.matcher(line).matches();
  }

  /** Whether a line asks to accept cookies. */
  static boolean isCookieBanner(String line) {
    return COOKIES.matcher(line).find();
  }

  /** Whether a line asks for another browser, for scripts, or for leave to notify. */
  static boolean asksForBrowser(String line) {
    return BROWSER.matcher(line).find();
  }
}
