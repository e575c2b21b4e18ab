<?xml version="1.0" encoding="UTF-8"?>
<!-- Names and younger words that dictionaries of English voices lack. -->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon"
    alphabet="ipa" xml:lang="en">
  <lexeme><grapheme>Indonesia</grapheme><phoneme>ˌɪndəˈniʒə</phoneme></lexeme>
  <lexeme><grapheme>Indonesian</grapheme><phoneme>ˌɪndəˈniʒən</phoneme></lexeme>
  <lexeme><grapheme>Surabaya</grapheme><phoneme>ˌsʊrəˈbaɪə</phoneme></lexeme>
  <lexeme><grapheme>Jakarta</grapheme><phoneme>dʒəˈkɑrtə</phoneme></lexeme>
  <lexeme><grapheme>Java</grapheme><phoneme>ˈdʒɑvə</phoneme></lexeme>
  <lexeme><grapheme>Javanese</grapheme><phoneme>ˌdʒɑvəˈniz</phoneme></lexeme>
  <lexeme><grapheme>Sumatra</grapheme><phoneme>suˈmɑtrə</phoneme></lexeme>
  <lexeme><grapheme>Bali</grapheme><phoneme>ˈbɑli</phoneme></lexeme>
  <lexeme><grapheme>Borneo</grapheme><phoneme>ˈbɔrnioʊ</phoneme></lexeme>
  <lexeme><grapheme>Yogyakarta</grapheme><phoneme>ˌjɔɡjəˈkɑrtə</phoneme></lexeme>
  <lexeme><grapheme>Bandung</grapheme><phoneme>ˈbɑndʊŋ</phoneme></lexeme>
  <lexeme><grapheme>Titik Tutur</grapheme><phoneme>ˈtitɪk ˈtutʊr</phoneme></lexeme>
  <lexeme><grapheme>Pertuni</grapheme><phoneme>pɜrˈtuni</phoneme></lexeme>
  <lexeme><grapheme>braille</grapheme><phoneme>breɪl</phoneme></lexeme>
  <lexeme><grapheme>Louis Braille</grapheme><phoneme>ˈlui ˈbreɪl</phoneme></lexeme>
  <lexeme><grapheme>DAISY</grapheme><phoneme>ˈdeɪzi</phoneme></lexeme>
  <lexeme><grapheme>EPUB</grapheme><phoneme>ˈipʌb</phoneme></lexeme>
  <lexeme><grapheme>email</grapheme><phoneme>ˈimeɪl</phoneme></lexeme>
  <lexeme><grapheme>e-book</grapheme><grapheme>ebook</grapheme><phoneme>ˈibʊk</phoneme></lexeme>
  <lexeme><grapheme>audiobook</grapheme><phoneme>ˈɔdioʊbʊk</phoneme></lexeme>
  <lexeme><grapheme>website</grapheme><phoneme>ˈwɛbsaɪt</phoneme></lexeme>
  <lexeme><grapheme>online</grapheme><phoneme>ɔnˈlaɪn</phoneme></lexeme>
  <lexeme><grapheme>offline</grapheme><phoneme>ɔfˈlaɪn</phoneme></lexeme>
  <lexeme><grapheme>download</grapheme><phoneme>ˈdaʊnloʊd</phoneme></lexeme>
  <lexeme><grapheme>upload</grapheme><phoneme>ˈʌploʊd</phoneme></lexeme>
  <lexeme><grapheme>smartphone</grapheme><phoneme>ˈsmɑrtfoʊn</phoneme></lexeme>
  <lexeme><grapheme>Google</grapheme><phoneme>ˈɡuɡəl</phoneme></lexeme>
  <lexeme><grapheme>YouTube</grapheme><phoneme>ˈjutub</phoneme></lexeme>
  <lexeme><grapheme>Facebook</grapheme><phoneme>ˈfeɪsbʊk</phoneme></lexeme>
  <lexeme><grapheme>WhatsApp</grapheme><phoneme>ˈwʌtsæp</phoneme></lexeme>
  <lexeme><grapheme>Wikipedia</grapheme><phoneme>ˌwɪkɪˈpidiə</phoneme></lexeme>
  <lexeme><grapheme>Linux</grapheme><phoneme>ˈlɪnəks</phoneme></lexeme>
  <lexeme><grapheme>Debian</grapheme><phoneme>ˈdɛbiən</phoneme></lexeme>
  <lexeme><grapheme>blog</grapheme><phoneme>blɔɡ</phoneme></lexeme>
  <lexeme><grapheme>podcast</grapheme><phoneme>ˈpɑdkæst</phoneme></lexeme>
  <lexeme><grapheme>internet</grapheme><phoneme>ˈɪntɜrnɛt</phoneme></lexeme>
  <lexeme><grapheme>Wi-Fi</grapheme><grapheme>wifi</grapheme><phoneme>ˈwaɪfaɪ</phoneme></lexeme>
  <lexeme><grapheme>hijab</grapheme><phoneme>hɪˈdʒɑb</phoneme></lexeme>
  <lexeme><grapheme>batik</grapheme><phoneme>bəˈtik</phoneme></lexeme>
  <lexeme><grapheme>gamelan</grapheme><phoneme>ˈɡæməlæn</phoneme></lexeme>
  <lexeme><grapheme>rupiah</grapheme><phoneme>ruˈpiə</phoneme></lexeme>
  <lexeme><grapheme>Jokowi</grapheme><phoneme>dʒoʊˈkoʊwi</phoneme></lexeme>
  <lexeme><grapheme>Sukarno</grapheme><grapheme>Soekarno</grapheme><phoneme>suˈkɑrnoʊ</phoneme></lexeme>
  <lexeme><grapheme>Suharto</grapheme><grapheme>Soeharto</grapheme><phoneme>suˈhɑrtoʊ</phoneme></lexeme>
  <lexeme><grapheme>Borobudur</grapheme><phoneme>ˌbɔroʊbuˈdʊr</phoneme></lexeme>
  <lexeme><grapheme>Prambanan</grapheme><phoneme>prɑmˈbɑnən</phoneme></lexeme>
  <lexeme><grapheme>tsunami</grapheme><phoneme>tsuˈnɑmi</phoneme></lexeme>
  <lexeme><grapheme>Obama</grapheme><phoneme>oʊˈbɑmə</phoneme></lexeme>
  <lexeme><grapheme>Malala</grapheme><phoneme>məˈlɑlə</phoneme></lexeme>
  <lexeme><grapheme>Hermione</grapheme><phoneme>hɜrˈmaɪəni</phoneme></lexeme>
  <lexeme><grapheme>Siobhan</grapheme><phoneme>ʃɪˈvɔn</phoneme></lexeme>
  <lexeme><grapheme>Sean</grapheme><phoneme>ʃɔn</phoneme></lexeme>
  <lexeme><grapheme>Qur'an</grapheme><grapheme>Quran</grapheme><phoneme>kɔˈrɑn</phoneme></lexeme>
  <lexeme><grapheme>emoji</grapheme><phoneme>ɪˈmoʊdʒi</phoneme></lexeme>
  <lexeme><grapheme>Covid</grapheme><phoneme>ˈkoʊvɪd</phoneme></lexeme>
</lexicon>
