// The words that lists of leaked passwords begin with; alone or with digits and signs around they protect nothing.

const words = `
password passwort passw0rd passphrase letmein welcome qwerty qwertz azerty asdfgh zxcvbn admin administrator root
master login access secret dragon monkey shadow sunshine princess football baseball basketball superman batman
iloveyou loveyou trustno1 whatever freedom starwars pokemon michael jennifer jordan hunter ranger buster thomas robert
soccer hockey killer george charlie andrew michelle jessica pepper daniel joshua maggie ashley matthew nicole chelsea
biteme amanda summer winter spring autumn monday tuesday wednesday thursday friday saturday sunday january february
march april june july august september october november december computer internet server support helpdesk service
customer desk agent company office welcome1 changeme default guest test testing temp temporary hello hellohello google
facebook twitter microsoft apple samsung android windows bitcoin ethereum crypto exchange binance coinbase kraken kucoin
trading trader wallet money dollar hodl tothemoon satoshi nakamoto blockchain correcthorsebatterystaple correcthorse
batterystaple mustang corvette ferrari porsche mercedes harley yankees cowboys steelers lakers eagles arsenal liverpool
barcelona realmadrid juventus cheese cookie banana orange purple yellow flower butterfly angel heaven jesus christ
blessed family mother father brother sister forever friends lovely beautiful princess1 qazwsx woaini wodemima mima
mypassword yourpassword newpassword mysecret opensesame abcabc asdasd qweqwe zaqwsx iloveu letme nothing unknown
`

export const commonPasswords: ReadonlySet<string> = new Set(words.trim().split(/\s+/))
