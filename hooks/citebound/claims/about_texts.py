"""Words by which we tell of a text, of who made it, and of our own page: a closed list.

What is said of a source is said in these words and in its own (:mod:`unborne_words`). None of them
tells what anybody did but to write, say, publish or read something.
"""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


TEXTS = _words("""
    account accounts article articles blog blogs copies copy document documents heading headings
    interview interviews language languages letter letters link links outlet outlets page pages
    paper papers paragraph paragraphs part parts passage passages post posts quotation quotations
    report reports retelling retellings sentence sentences source sources speech speeches stories
    story text texts translation translations version versions weblog weblogs word words
""")
"""What may be counted in what is said of a source."""

ABOUT = _words("""
    about above account accounts accuracy accurate acknowledge across actor add added address
    admit after again against agencies agency all allege allow almost alone along already also
    although always among analysis analyst and anonymous another answer any anybody anything
    appear archive are around article ask assert assess assume attach attribute author authors
    available away back backed base based bear bears became because become been before behind
    being beside blog blogger book borne both briefing bureau but call called calls came can
    carries carry case caveat change check circular citation cite claim claims clear clearly close
    coherent collect come comes comment compare compile complete conclude conclusion confidence
    confirm contain context copy correct correction correspondent could count country credit date
    dated day decide deny describe description detail details did differ different direct directly
    disagree document documents does doing done doubt down during each edit edition editor either
    elsewhere english enough error even every everything evidence exact excerpt expert explain
    extract eye eyewitness fact facts fair far few find first footnote for foreign form found from
    full further gap gather gave general give given gives goes gone grade ground grounds had has
    have having heading headline hear heard held help her here hers herself him himself hint his
    history hold holds how however idea identify imply important inaccurate include independent
    indirect infer information interview into issue its itself journalist judge judgement judgment
    keep kind know known language later least leave leaves left less let letter like likelihood
    likely line link linked links list listed local long longer lot made magazine make makes many
    mark material matter may mean means media mention method misread mistake month more most much
    must name named names naming nature nearly need needs neither never new news newspaper next
    nobody none nor not note notes nothing now number numbers obtain off official officially often
    once one only open opinion original other others otherwise our ours ourselves out outlet over
    own page pages paper paragraph paraphrase part parts passage passages past per perhaps person
    persons photograph piece place places plain plainly point possibility possible post posts
    present press print printed probably proof prove public publication publish published
    publisher purpose put quality question quite quotation quote quotes rather read reader readers
    reading real really reason reasons receive record recording refer reference reliability
    reliable relies rely repeat reply report reported reporter reporting reports reprint research
    rest rests result retell retelling retold review reword rewrite right said same saw say saying
    says scale second secondary see seem seen seldom sentence sentences separate series several
    she should show shown shows side since single site slip some somebody someone something
    sometimes somewhere soon sort sound source sources speak speaker speaks speech spoke spoken
    staff stand stands state stated statement statements states status still stood story style
    subject such suggest summary sure take taken talk tell tells term test tested testimony text
    than that the their them themselves then there they thing think third this those though
    thought through thus title told tone too took topic toward towards trace transcript translate
    translation true truth turn twice two typed unclear undated under unknown unlikely unnamed
    unsigned until upon use used uses version very via view views voice voices was way ways weblog
    website weigh well went were what when where whether which while who whole whom whose why will
    wire wish with withdrawn within without witness word words work worth would write writer
    writes writing written wrong wrote year yes yet you your
""")
"""Words by which we tell of texts, and words that tell nothing by themselves."""

PEOPLE = _words("""
    academic academics activist activists admiral adviser advisers advisor advisors agencies agency
    agent agents aide aides allies ally ambassador ambassadors analyst analysts armies army attorney
    attorneys aunt author authorities authors babies baby bank banker bankers banks bishop bishops
    blogger bloggers boss bosses boy boys brother brothers businessman businessmen businesswoman
    bystander bystanders candidate candidates captain captive captives chair chairman chairperson
    chairwoman chancellor chancellors chief chiefs child children citizen citizens civilian
    civilians clerk clerks colonel columnist columnists commander commanders commission companies
    company contributor contributors correspondent correspondents council court courts cousin
    criminal criminals critic critics crook crooks crowd crowds daughter daughters delegation
    demonstrator demonstrators deputies deputy despot detainee detainees detective detectives
    dictator dictators diplomat diplomats director directors dissident dissidents doctor doctors
    driver drivers editor editors emperor employee employees employer employers empress enemies
    enemy envoy envoys executive executives exile exiles expert experts extremist extremists
    eyewitness eyewitnesses families family farmer farmers father fighter fighters firm firms
    fisherman fishermen forces foreigner foreigners forger forgers founder founders fraudster
    fraudsters friend friends gang gangs gangster gangsters general generals gentleman gentlemen
    girl girls government governments governor governors group groups guard guards guerrilla
    guerrillas gunman gunmen guy guys he her hers herself him himself his hostage hostages husband
    imam imams immigrant immigrants infant informant informants insider insiders inspector
    inspectors insurgent insurgents interviewer interviewers investigator investigators journalist
    journalists judge judges junta kidnapper kidnappers killer killers king ladies lady lawmaker
    lawmakers lawyer lawyers leader leaders liar liars lieutenant mafia man manager managers marshal
    mayor mayors men merchant merchants migrant migrants militant militants military militia
    minister ministers ministry mob mobs monk monks mother mp mps murderer murderers neighbor
    neighbors neighbour neighbours nephew niece nun nuns nurse nurses observer observers officer
    officers official officials opponent opponents organisation organisations organization
    organizations owner owners parent parents parliament parties party pastor pastors people person
    persons photographer photographers pilot pilots police policeman policemen politician
    politicians president presidents priest priests prince princes princess prisoner prisoners
    professor professors propagandist propagandists prosecutor prosecutors protester protesters
    publisher publishers queen rapist rapists rebel rebels refugee refugees regime relative
    relatives reporter reporters researcher researchers resident residents rival rivals robber
    robbers ruler rulers sailor sailors scholar scholars scientist scientists secretaries secretary
    senator senators sergeant she sheriff sister sisters smuggler smugglers soldier soldiers
    somebody someone son sons source sources speaker speakers spies spokesman spokespeople
    spokesperson spokespersons spokeswoman spouse spy staff student students supporter supporters
    survivor survivors swindler teacher teachers team teams teenager teenagers terrorist terrorists
    their theirs them themselves they thief thieves torturer torturers trader traders traitor
    traitors translator translators troop troops tyrant tyrants uncle union unions victim victims
    villager villagers voter voters wife witness witnesses woman women worker workers writer writers
    youth youths
""")
"""Who may have done something, besides those who are named."""
